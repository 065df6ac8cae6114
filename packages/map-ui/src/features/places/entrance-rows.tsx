// Owns the list of entrances of a grid or a building; each opens its floors. Refuses doors.
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { setHovered } from '#view/hovered';
import type { PlaceCounts } from './entrance-counts.ts';

/** One entrance as a line. */
export interface EntranceLine {
  readonly id: string;
  /** For the highlight on the map. */
  readonly mapId: number;
  /** 9栋2单元 */
  readonly name: string;
  readonly households: number;
  /** e.g. "15网格"; left out where all lines are of one grid. */
  readonly place?: string | undefined;
}

/** Props of `EntranceRows`. */
export interface EntranceRowsProps {
  readonly entrances: readonly EntranceLine[];
  /** By entrance; unknown ones show households only. */
  readonly counts: ReadonlyMap<string, PlaceCounts>;
  readonly onOpen: (id: string) => void;
}

export function EntranceRows({ entrances, counts, onOpen }: EntranceRowsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <ul className="qh-entrances">
      {entrances.map(({ id, mapId, name, households, place }) => (
        <li key={id}>
          <button
            type="button"
            data-entrance={name}
            onClick={() => onOpen(id)}
            onMouseEnter={() => setHovered({ kind: 'entrance', mapId })}
            onMouseLeave={() => setHovered(null)}
            onFocus={() => setHovered({ kind: 'entrance', mapId })}
            onBlur={() => setHovered(null)}
          >
            <strong>{name}</strong>
            <span className="qh-entrances-size">
              {[place, t('grid.households', { number: formats.number(households) })].filter(Boolean).join(' · ')}
            </span>
            <EntranceDue counts={counts.get(id)} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function EntranceDue({ counts }: { readonly counts: PlaceCounts | undefined }) {
  const { t } = useTranslation();
  if (!counts) return <span />;
  return (
    <span className="qh-entrances-due">
      {counts.open > 0 ? <span>{t('grid.openCount', { count: counts.open })}</span> : null}
      {counts.doorsOverdue > 0 ? (
        <span data-alarm="true">{t('grid.doorsOverdueCount', { count: counts.doorsOverdue })}</span>
      ) : null}
      <span>{counts.due > 0 ? t('grid.doorsDueCount', { count: counts.due }) : t('grid.noDoorsDue')}</span>
    </span>
  );
}
