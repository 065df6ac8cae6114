// Owns the word that what the engine answered is of conditions gone by, with the key that asks again. What was found stays to be looked
// at. Refuses to judge what may be taken: the keys of a plan do.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlan } from '#plan/open-plan';
import { ageOf, type SuggestionAge } from '#plan/suggestion-age';
import { useSuggestions } from '#plan/suggestions';
import { TextAction } from '#ui/control';

/** Props of `StaleNote`. */
export interface StaleNoteProps {
  readonly onAskAgain: () => void;
}

export function StaleNote({ onAskAgain }: StaleNoteProps) {
  const { t } = useTranslation();
  const words = useWords();
  if (words === null) return null;
  return (
    <p className="qh-side-stale" role="status" data-testid="suggestions-stale">
      {t(`planSide.stale_${words}`)}
      {words === 'draft' ? null : <TextAction text={t('planSide.askAgain')} onAction={onAskAgain} />}
    </p>
  );
}

/** Asked anew only when something of the question changed: the plan hears of every hover. */
function useWords(): ReturnType<typeof wordOf> {
  const asked = useSuggestions((state) => state.asked);
  const wish = useSuggestions((state) => state.wish);
  const found = useSuggestions((state) => state.suggestions);
  const none = useSuggestions((state) => state.status === 'none');
  const units = usePlan((plan) => plan.units);
  const grids = usePlan((plan) => plan.grids);
  const openGrids = usePlan((plan) => plan.openGrids);
  const graph = usePlan((plan) => plan.graph);
  const rules = usePlan((plan) => plan.rules);
  const locks = usePlan((plan) => plan.locks);
  const before = usePlan((plan) => plan.before);
  const assignment = usePlan((plan) => plan.assignment);
  return useMemo(() => {
    if (asked === null || (found.length === 0 && !none)) return null;
    const age = ageOf({ units, grids, openGrids, graph, rules, locks, before, assignment }, { ...asked, wish, found });
    return wordOf(age, found.length > 0);
  }, [asked, wish, found, none, units, grids, openGrids, graph, rules, locks, before, assignment]);
}

/** The gravest alone: one sentence is read, three are not. */
function wordOf({ locks, rules, draft }: SuggestionAge, isFound: boolean): 'both' | 'locks' | 'rules' | 'draft' | null {
  if (locks && rules) return 'both';
  if (locks) return 'locks';
  if (rules) return 'rules';
  return draft && isFound ? 'draft' : null;
}
