// Owns naming a worker for each grid of an approved plan that has none: without one no plan comes in force. Refuses to replace anybody.
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useData } from '#api/client';
import { useFormats } from '#i18n/index';
import { AppointGridWorker, GridWorkersQuery, type GridWorker } from './plan-documents.ts';
import { gridsWithoutWorker, workerChoices } from './appointing.ts';
import type { Decision } from './use-decision.ts';

/** Props of `AppointWorkers`. */
export interface AppointWorkersProps {
  /** Code. */
  readonly community: string;
  /** Numbers of the plan's grids. */
  readonly grids: readonly number[];
  readonly decision: Decision;
}

export function AppointWorkers({ community, grids, decision }: AppointWorkersProps) {
  const { data } = useData(GridWorkersQuery, { community });
  const workers = data?.gridWorkers ?? [];
  if (!data) return null;
  return gridsWithoutWorker(grids, workers).map((grid) => (
    <Appoint key={grid} {...{ community, grid, grids, workers, decision }} />
  ));
}

type AppointProps = AppointWorkersProps & { readonly grid: number; readonly workers: readonly GridWorker[] };

function Appoint({ community, grid, grids, workers, decision }: AppointProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [person, setPerson] = useState<string | null>(null);
  const label = t('planDecide.withoutWorker', { number: formats.grid(grid) });
  const options = workerChoices(workers, grids).map(({ id, name, held }) => ({
    value: id,
    label:
      held.length === 0
        ? t('planDecide.freeWorker', { name })
        : t('planDecide.busyWorker', { name, grids: held.map((number) => formats.grid(number)).join(' ') }),
  }));
  return (
    <div className="qh-decide-row" data-appoint={grid}>
      <span>{label}</span>
      <Select<string>
        aria-label={label}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        placeholder={t('planDecide.chooseWorker')}
        value={person}
        options={options}
        onChange={setPerson}
        style={{ minWidth: 160 }}
      />
      <Button
        disabled={person === null}
        loading={decision.busy}
        data-testid={`appoint-${grid}`}
        onClick={() => person !== null && void decision.send(AppointGridWorker, { community, grid, person })}
      >
        {t('planDecide.appoint')}
      </Button>
    </div>
  );
}
