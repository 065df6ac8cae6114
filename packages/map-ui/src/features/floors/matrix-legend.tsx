// Owns the key of the matrix: every look and every duty once, drawn as the doors are. Refuses counts.
import { useTranslation } from 'react-i18next';
import { marksOf } from './door-appearance.ts';
import { DoorMark } from './door-mark.tsx';
import type { DoorDuty, DoorLook } from './door.types.ts';

const ENTRIES = [
  { look: 'MET', duty: 'DONE', key: 'visits.stateMet' },
  { look: 'NOT_HOME', duty: 'NOT_DUE', key: 'visits.stateNotHome' },
  { look: 'FOLLOW_UP', duty: 'DONE', key: 'visits.stateFollowUp' },
  { look: 'NOT_VISITED', duty: 'DUE', key: 'visits.stateDue' },
  { look: 'NOT_VISITED', duty: 'OVERDUE', key: 'visits.stateOverdue' },
  { look: 'NOT_VISITED', duty: 'NOT_DUE', key: 'visits.stateIdle' },
  { look: 'NO_DATA', duty: 'NOT_DUE', key: 'visits.stateNoData' },
] as const satisfies readonly { readonly look: DoorLook; readonly duty: DoorDuty; readonly key: string }[];

export function MatrixLegend() {
  const { t } = useTranslation();
  return (
    <ul className="qh-floors-legend" aria-label={t('visits.legend')}>
      {ENTRIES.map(({ look, duty, key }) => (
        <li key={key}>
          <span className="qh-door qh-door-sample" data-look={look} data-duty={duty} aria-hidden="true">
            {marksOf({ look, duty }).map((mark) => (
              <DoorMark key={mark} name={mark} />
            ))}
          </span>
          {t(key)}
        </li>
      ))}
    </ul>
  );
}
