// Owns the list that says in words what the map shows: the entrances of one grid, each with the grid it is in, to be changed by keyboard.
// Refuses figures of grids: the table has them.
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { usePlan, usePlanActs } from '#plan/open-plan';
import { flyToUnits } from '#plan/unit-flights';
import { TextAction } from '#ui/control';
import { GridSelect } from './grid-select.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

/** Props of `UnitList`. */
export interface UnitListProps {
  readonly onClose: () => void;
  /** Keys opened it: the keyboard goes there. */
  readonly entered: boolean;
}

export function UnitList({ onClose, entered }: UnitListProps) {
  const { t } = useTranslation();
  const grid = usePlan((plan) => plan.selectedGrid);
  const assignment = usePlan((plan) => plan.assignment);
  const units = usePlan((plan) => plan.units);
  const { selectGrid, selectUnits } = usePlanActs();
  const missing = assignment.some((each) => each < 0);
  // Nothing selected: first what has no grid, that is what one looks for.
  const wanted = grid ?? (missing ? -1 : 0);
  const listed = [...units.keys()].filter((unit) => (assignment[unit] ?? -1) === wanted);
  const focus = useKeptFocus(entered, listed.join());
  return (
    <section className="qh-plan-list" aria-label={t('planMap.list')} {...focus}>
      <header>
        <GridSelect
          label={t('planMap.listGrid')}
          value={wanted}
          withNone={missing}
          width={116}
          onChange={(chosen) => selectGrid(chosen < 0 ? null : chosen)}
        />
        <span>{t('planMap.unitCount', { count: listed.length })}</span>
        {listed.length > 0 ? <TextAction text={t('planMap.selectAll')} onAction={() => selectUnits(listed)} /> : null}
        <TextAction text={t('planMap.closeList')} onAction={onClose} />
      </header>
      {listed.length === 0 ? <p>{t('planMap.listEmpty')}</p> : <UnitTable units={listed} grid={wanted} />}
    </section>
  );
}

function UnitTable({ units: listed, grid }: { readonly units: readonly number[]; readonly grid: number }) {
  const { t } = useTranslation();
  return (
    <div className="qh-plan-list-rows">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('planMap.entrance')}</th>
            <th scope="col" className="qh-right">
              {t('planMap.householdsHead')}
            </th>
            <th scope="col" className="qh-right">
              {t('planMap.careHead')}
            </th>
            <th scope="col">{t('planMap.grid')}</th>
          </tr>
        </thead>
        <tbody>
          {listed.map((unit) => (
            <UnitRow key={unit} unit={unit} grid={grid} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function UnitRow({ unit, grid }: { readonly unit: number; readonly grid: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const model = usePlan((plan) => plan.units[unit]);
  const selected = usePlan((plan) => plan.selectedUnits.includes(unit));
  const selectedUnits = usePlan((plan) => plan.selectedUnits);
  const canEdit = usePlan((plan) => plan.acts.includes('EDIT'));
  const { move, selectUnits } = usePlanActs();
  if (!model) return null;
  const toggle = () => selectUnits(selected ? selectedUnits.filter((each) => each !== unit) : [...selectedUnits, unit]);
  return (
    <tr data-selected={selected}>
      <td>
        <label>
          <input type="checkbox" checked={selected} onChange={toggle} />
          {model.name}
        </label>
        <TextAction
          text={t('planMap.fly')}
          label={t('planMap.flyTo', { name: model.name })}
          onAction={() => flyToUnits([unit])}
        />
      </td>
      <td className="qh-right">{formats.number(model.households)}</td>
      <td className="qh-right">{formats.number(model.dailyCareDoors)}</td>
      <td>
        <GridSelect
          label={t('planMap.gridOf', { name: model.name })}
          value={grid}
          withNone
          width={72}
          disabled={!canEdit}
          onChange={(chosen) => move([unit], chosen)}
        />
      </td>
    </tr>
  );
}
