// Owns the stages of a request in order, each with its stamp, readable aloud. Refuses transitions: the server says
// what may come next.
import { useTranslation } from 'react-i18next';
import './stage.css';

/** The eight stages; the names are those of the contract. */
export const STAGES = [
  'REPORTED',
  'ACCEPTED',
  'FILED',
  'DISPATCHED',
  'IN_PROGRESS',
  'REPORTED_BACK',
  'VERIFIED',
  'CLOSED',
] as const;

/** A stage's name. */
export type StageName = (typeof STAGES)[number];

/** Props of `StageStepper`. */
export interface StageStepperProps {
  readonly current: StageName;
  /** When each stage was reached, written for the language; stages passed by on the fast path have none. */
  readonly stamps: Partial<Readonly<Record<StageName, string>>>;
}

export function StageStepper({ current, stamps }: StageStepperProps) {
  const { t } = useTranslation();
  const at = STAGES.indexOf(current);
  return (
    <ol className="qh-stages" aria-label={t('requests.stages')}>
      {STAGES.map((stage, i) => {
        const state = stateOf(i, at, current === 'CLOSED');
        const name = t(`requests.stage${stage}`);
        return (
          <li
            key={stage}
            data-state={state}
            data-skipped={state === 'done' && stamps[stage] === undefined}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            <span className="qh-visually-hidden">{t(STATE_KEYS[state], { stage: name })}</span>
            <span className="qh-stage-mark" aria-hidden="true" />
            <span className="qh-stage-name" aria-hidden="true">
              {name}
            </span>
            <span className="qh-stage-stamp">{stamps[stage] ?? ''}</span>
          </li>
        );
      })}
    </ol>
  );
}

type StageState = 'done' | 'current' | 'next';

const STATE_KEYS = {
  done: 'requests.stageDone',
  current: 'requests.stageCurrent',
  next: 'requests.stageNext',
} as const;

function stateOf(index: number, at: number, closed: boolean): StageState {
  if (index < at || (closed && index === at)) return 'done';
  return index === at ? 'current' : 'next';
}
