// Owns the list of plans found: letter, households moved, balance, what is certain; hover or focus previews. Refuses taking one:
// that is take-actions.tsx.
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { usePlan } from '#plan/open-plan';
import type { Suggestion } from '#plan/suggestion.types';
import { useSuggestions } from '#plan/suggestions';
import { proofWords } from './proof-words.ts';

/** Props of `SuggestionList`. */
export interface SuggestionListProps {
  readonly suggestions: readonly Suggestion[];
  /** Letter of the plan chosen; it stays on the map when the pointer leaves. */
  readonly chosen: string | null;
  readonly onChoose: (label: string | null) => void;
  readonly onHover: (label: string | null) => void;
}

export function SuggestionList({ suggestions, chosen, onChoose, onHover }: SuggestionListProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const shown = usePlan((plan) => plan.preview?.label ?? null);
  // Bounds and roles of the moment are nobody's answer yet.
  const running = useSuggestions((state) => state.status === 'running');
  return (
    <ul className="qh-suggestions">
      {suggestions.map((each) => (
        <li key={each.label}>
          <button
            type="button"
            aria-pressed={each.label === chosen}
            data-shown={each.label === shown}
            onMouseEnter={() => onHover(each.label)}
            onMouseLeave={() => onHover(null)}
            onFocus={() => onHover(each.label)}
            onBlur={() => onHover(null)}
            onClick={() => onChoose(each.label === chosen ? null : each.label)}
          >
            <b>{each.label}</b>
            <span className="qh-suggestions-moved">
              {t('planSide.householdsCount', { value: formats.number(each.movedHouseholds) })}
            </span>
            <span>CV {each.cv.toFixed(3)}</span>
            <span className="qh-suggestions-proof">
              {running ? t('planSide.proving') : proofWords(each, t, formats)}
            </span>
            {running ? null : <RoleWords roles={each.roles} />}
          </button>
        </li>
      ))}
    </ul>
  );
}

const ROLES = ['least-change', 'knee', 'best-balance', 'most-compact'] as const;

function RoleWords({ roles }: { readonly roles: readonly string[] }) {
  const { t } = useTranslation();
  const known = ROLES.filter((role) => roles.includes(role));
  if (known.length === 0) return null;
  return <span className="qh-suggestions-roles">{known.map((role) => t(`planSide.role-${role}`)).join(' · ')}</span>;
}
