// Owns the part about the selected grid: how it stands now, in the draft and after a repair; what the repair does; why units of
// it are moved.
import { Input } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { type LimitRepair, repairLimits } from '#plan/limit-repair';
import { usePlan, usePlanActs } from '#plan/open-plan';
import type { PlanFinding } from '#plan/plan-session.types';
import { TextAction } from '#ui/control';
import { GridBars } from './grid-bars.tsx';
import { MoveReasons } from './move-reasons.tsx';
import { repairWords } from './repair-words.ts';
import { useNames } from './use-names.ts';
import { useQuestion } from './use-question.ts';

export function SelectedGrid() {
  const { t } = useTranslation();
  const grid = usePlan((plan) => plan.selectedGrid);
  if (grid === null) return <p className="qh-side-quiet">{t('planSide.chooseGrid')}</p>;
  return <Grid key={grid} grid={grid} />;
}

function Grid({ grid }: { readonly grid: number }) {
  const { t } = useTranslation();
  const question = useQuestion();
  const names = useNames();
  const rules = usePlan((plan) => plan.rules);
  const assignment = usePlan((plan) => plan.assignment);
  const now = usePlan((plan) => plan.figuresBefore.rows[grid]?.households ?? 0);
  const draft = usePlan((plan) => plan.figures.rows[grid]?.households ?? 0);
  const finding = usePlan((plan) =>
    plan.findings.find((each) => each.check === 'households' && each.grid === grid && !each.exempt),
  );
  const repair = useMemo(
    () => (finding ? repairLimits(question, assignment, grid) : null),
    [finding, question, assignment, grid],
  );
  const bars = [
    { kind: 'now', households: now },
    { kind: 'draft', households: draft },
    ...(repair
      ? [{ kind: 'repaired', households: householdsIn(question.measures[0].weights, repair, grid) } as const]
      : []),
  ] as const;
  return (
    <section aria-label={names.gridName(grid)} data-testid="selected-grid">
      <h2 className="qh-side-title">
        {names.gridName(grid)} <Standing households={draft} />
      </h2>
      <GridBars bars={bars} lower={rules.minHouseholds} upper={rules.maxHouseholds} />
      {finding ? (
        <p className="qh-side-words">{repair ? repairWords(repair, question, names) : t('planSide.noRepair')}</p>
      ) : null}
      {finding ? <RepairActions finding={finding} repair={repair} /> : null}
      <MoveReasons grid={grid} question={question} />
    </section>
  );
}

function householdsIn(weights: Int32Array, { assignment }: LimitRepair, grid: number): number {
  return weights.reduce((sum, weight, unit) => sum + (assignment[unit] === grid ? weight : 0), 0);
}

/** 差 12 户到下限, or where it stands within. */
function Standing({ households }: { readonly households: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { minHouseholds, maxHouseholds } = usePlan((plan) => plan.rules);
  const [missing, over] = [minHouseholds - households, households - maxHouseholds];
  const text =
    missing > 0
      ? t('planSide.missing', { value: formats.number(missing) })
      : over > 0
        ? t('planSide.tooMany', { value: formats.number(over) })
        : t('planSide.within', { lower: formats.number(minHouseholds), upper: formats.number(maxHouseholds) });
  return <span>{text}</span>;
}

interface ActionsProps {
  readonly finding: PlanFinding;
  readonly repair: LimitRepair | null;
}

function RepairActions({ finding, repair }: ActionsProps) {
  const { t } = useTranslation();
  const acts = usePlanActs();
  const canUndo = usePlan((plan) => plan.canUndo);
  const mayEdit = usePlan((plan) => plan.acts.includes('EDIT'));
  const [exempting, setExempting] = useState(false);
  if (!mayEdit) return null;
  if (exempting) return <ExemptForm finding={finding} onDone={() => setExempting(false)} />;
  return (
    <div className="qh-side-actions">
      {repair ? (
        <TextAction text={t('planSide.repair')} onAction={() => acts.take(repair.assignment, 'REPAIR')} />
      ) : null}
      <TextAction text={t('planSide.undoStep')} disabled={!canUndo} onAction={() => acts.undo()} />
      <TextAction text={t('planSide.exempt')} onAction={() => setExempting(true)} />
    </div>
  );
}

/** An exemption without a reason helps nobody who reviews. */
function ExemptForm({ finding, onDone }: { readonly finding: PlanFinding; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const acts = usePlanActs();
  const [reason, setReason] = useState('');
  return (
    <form
      className="qh-side-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') return;
        acts.exempt(finding, reason.trim());
        onDone();
      }}
    >
      <Input
        size="small"
        aria-label={t('planSide.exemptReason')}
        placeholder={t('planSide.exemptReason')}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="qh-side-actions">
        <button type="submit" className="qh-text-action" disabled={reason.trim() === ''}>
          {t('planSide.exemptNow')}
        </button>
        <TextAction text={t('planSide.cancel')} onAction={onDone} />
      </div>
    </form>
  );
}
