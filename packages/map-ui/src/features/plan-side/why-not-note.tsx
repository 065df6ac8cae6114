// Owns what is said when no plan exists: what falls short, the rules that conflict, and ways out as buttons.
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlan, usePlanActs } from '#plan/open-plan';
import { type SuggestionsState, useSuggestions } from '#plan/suggestions';
import { relaxationSteps } from './apply-relaxation.ts';
import { useNames } from './use-names.ts';
import { coreWords, type Infeasible, relaxationWords, shortfallWords, type WhyNotContext } from './why-not-words.ts';

/** Props of `WhyNotNote`. */
export interface WhyNotNoteProps {
  /** Asks for plans of the draft as it is then. */
  readonly onAskAgain: (wish: SuggestionsState['wish']) => void;
}

export function WhyNotNote({ onAskAgain }: WhyNotNoteProps) {
  const { t } = useTranslation();
  const answer = useSuggestions((state) => state.whyNot);
  if (answer === null) return null;
  if (answer.status !== 'infeasible') return <p className="qh-side-words">{t('planSide.noneFound')}</p>;
  return <Answer answer={answer} onAskAgain={onAskAgain} />;
}

function Answer({ answer, onAskAgain }: WhyNotNoteProps & { readonly answer: Infeasible }) {
  const { t } = useTranslation();
  const acts = usePlanActs();
  const rules = usePlan((plan) => plan.rules);
  const mayEdit = usePlan((plan) => plan.acts.includes('EDIT'));
  const wish = useSuggestions((state) => state.wish);
  const context = useContext();
  if (context === null) return null;
  const shortfall = shortfallWords(answer, context);
  const ways = answer.relaxations.map((relaxation) => ({
    relaxation,
    words: relaxationWords(relaxation, context),
    steps: relaxationSteps(relaxation, { wish, rules, origins: context.origins }),
  }));
  return (
    <div className="qh-side-whynot" role="alert" data-testid="why-not">
      <p>
        <b>{t('planSide.infeasible')}</b>
        {shortfall}
      </p>
      <p>{t(answer.provedMinimal ? 'planSide.coreMinimal' : 'planSide.core')}</p>
      <ul>
        {coreWords(answer.core, context).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {ways.length === 0 ? null : <p>{t('planSide.wouldDo')}</p>}
      {ways.map(({ relaxation, words, steps }, index) =>
        steps === null || !(mayEdit || (steps.unlock.length === 0 && steps.rules === null)) ? (
          <p key={words}>{words}</p>
        ) : (
          <Button
            key={words}
            block
            type={index === 0 ? 'primary' : 'default'}
            onMouseEnter={() => acts.show({ label: words, assignment: relaxation.assignment })}
            onMouseLeave={() => acts.show(null)}
            onClick={() => {
              acts.show(null);
              if (steps.unlock.length > 0) acts.unlock(steps.unlock);
              if (steps.rules) acts.setRules(steps.rules);
              onAskAgain(steps.wish);
            }}
          >
            {words}
          </Button>
        ),
      )}
    </div>
  );
}

function useContext(): WhyNotContext | null {
  const naming = useNames();
  const asked = useSuggestions((state) => state.asked);
  const units = usePlan((plan) => plan.units);
  return useMemo(
    () => asked && { ...asked, naming, buildingName: (unit) => units[unit]?.buildingName ?? '' },
    [asked, naming, units],
  );
}
