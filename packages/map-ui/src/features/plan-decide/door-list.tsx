// Owns the list of doors that change worker: unit by unit in door order, with how many daily-care doors, never which.
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useData } from '#api/client';
import { useFormats } from '#i18n/index';
import { ErrorState, RowsSkeleton } from '#ui/state';
import { type DoorGroup, doorGroups } from './door-groups.ts';
import { type DoorMove, PlanDoorsQuery } from './plan-documents.ts';
import './plan-decide.css';

/** Props of `DoorList`. */
export interface DoorListProps {
  readonly plan: string;
  /** Plans it may be compared with, besides the one it was branched from. */
  readonly others?: readonly { readonly id: string; readonly name: string }[];
}

export function DoorList({ plan, others = [] }: DoorListProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [against, setAgainst] = useState('');
  const { data, error } = useData(
    PlanDoorsQuery,
    { plan, against: against === '' ? null : against },
    { keepPrevious: true },
  );
  const diff = data?.planDiff;
  if (error && !diff)
    return <ErrorState failed={t('planDecide.doorsFailed')} safe={t('errors.pageSafe')} next={error.message} />;
  if (!diff) return <RowsSkeleton rows={4} />;
  const figures = {
    units: formats.number(diff.moves.length),
    households: formats.number(diff.households),
    care: formats.number(diff.dailyCareDoors),
    requests: formats.number(diff.openRequests),
  };
  return (
    <div className="qh-doors">
      {others.length === 0 ? null : (
        <Select
          size="small"
          aria-label={t('planDecide.against')}
          value={against}
          onChange={setAgainst}
          popupMatchSelectWidth={false}
          options={[
            { value: '', label: t('planDecide.againstBase') },
            ...others.map(({ id, name }) => ({ value: id, label: t('planDecide.againstOther', { name }) })),
          ]}
        />
      )}
      <p>{diff.moves.length === 0 ? t('planDecide.noDoors') : t('planDecide.doorsTotal', figures)}</p>
      {diff.moves.length === 0 ? null : <Doors groups={doorGroups(diff.moves)} />}
    </div>
  );
}

function Doors({ groups }: { readonly groups: readonly DoorGroup[] }) {
  const { t } = useTranslation();
  return (
    <table className="qh-doors-table">
      <thead>
        <tr>
          <th scope="col">{t('planDecide.unit')}</th>
          <th scope="col">{t('planDecide.households')}</th>
          <th scope="col">{t('planDecide.care')}</th>
          <th scope="col">{t('planDecide.open')}</th>
          <th scope="col">{t('planDecide.fromTo')}</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.building}>
          {group.moves.length > 1 ? <BuildingSums group={group} /> : null}
          {group.moves.map((move) => (
            <DoorRow key={move.entrance} move={move} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** Several units of one building: what they are together. */
function BuildingSums({ group }: { readonly group: DoorGroup }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <tr className="qh-doors-building">
      <th scope="rowgroup">{group.building}</th>
      <td>{formats.number(group.households)}</td>
      <td>{formats.number(group.dailyCareDoors)}</td>
      <td>{formats.number(group.openRequests)}</td>
      <td>{t('planDecide.unitCount', { count: group.moves.length })}</td>
    </tr>
  );
}

function DoorRow({ move }: { readonly move: DoorMove }) {
  const formats = useFormats();
  const grid = useGridText();
  return (
    <tr>
      <th scope="row">{move.name}</th>
      <td>{formats.number(move.households)}</td>
      <td>{formats.number(move.dailyCareDoors)}</td>
      <td>{formats.number(move.openRequests)}</td>
      <td className="qh-doors-way">
        {grid(move.fromGrid, move.fromWorker)} → {grid(move.toGrid, move.toWorker)}
      </td>
    </tr>
  );
}

/** 03网格 张某; 未分配 where there is none. */
function useGridText() {
  const { t } = useTranslation();
  const formats = useFormats();
  return (grid: number | null | undefined, worker: string | null | undefined) =>
    grid == null
      ? t('planDecide.unassigned')
      : [t('map.gridNumber', { number: formats.grid(grid) }), worker].filter((part) => part).join(' ');
}
