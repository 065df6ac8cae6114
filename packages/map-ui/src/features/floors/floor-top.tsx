// Owns the head of the panel: which entrance, its size, what is due, met and late today, and the key of the matrix.
import { useTranslation } from 'react-i18next';
import type { FloorMatrixQuery } from '#api/gql/graphql';
import { useFormats } from '#i18n/index';
import { Num } from '#ui/number';
import { SectionHeading } from '#ui/page';
import { EntranceSwitcher } from './entrance-switcher.tsx';
import { MatrixLegend } from './matrix-legend.tsx';

/** Props of `FloorTop`. */
export interface FloorTopProps {
  readonly matrix: FloorMatrixQuery['floorMatrix'];
  readonly onEntrance: (id: string) => void;
}

export function FloorTop({ matrix, onEntrance }: FloorTopProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { entrance, floors, doorsPerFloor: doors } = matrix;
  const figures = [
    { label: t('visits.dueToday'), value: matrix.due, alarm: false },
    { label: t('visits.metToday'), value: matrix.met, alarm: false },
    { label: t('visits.stateOverdue'), value: matrix.overdue, alarm: matrix.overdue > 0 },
  ];
  return (
    <div className="qh-floor-top">
      <SectionHeading
        long
        title={entrance.name}
        detail={t('visits.size', { floors, doors, grid: entrance.grid ? formats.grid(entrance.grid.number) : '—' })}
        end={<EntranceSwitcher entrances={entrance.building.entrances} current={entrance.id} onEntrance={onEntrance} />}
      />
      <div className="qh-floor-figures">
        {figures.map(({ label, value, alarm }) => (
          <span key={label} data-alarm={alarm}>
            {label} <Num value={formats.number(value)} strong />
          </span>
        ))}
        <span className="qh-floor-as-of">
          {t('time.asOf')} {formats.clock(matrix.asOf)}
        </span>
      </div>
      <MatrixLegend />
    </div>
  );
}
