// Owns the checks under the table: what stands in the way of handing the draft in, where it is, and what one can do about it.
// Refuses judging: findings are the session's.
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { movedUnits } from '#plan/plan-figures';
import { usePlan } from '#plan/open-plan';
import type { PlanFinding } from '#plan/plan-session.types';
import { TextAction } from '#ui/control';
import { SectionHeading } from '#ui/page';
import { type CheckGroup, checkGroups } from './check-groups.ts';
import { CheckMark } from './check-mark.tsx';
import { ExemptDialog } from './exempt-dialog.tsx';
import { ExemptedList } from './exempted-list.tsx';
import { FindingLine } from './finding-line.tsx';

/** Props of `ChecksList`. */
export interface ChecksListProps {
  /** Opens the list of doors that change worker. */
  readonly onDoors?: () => void;
}

export function ChecksList({ onDoors }: ChecksListProps) {
  const { t } = useTranslation();
  const findings = usePlan((plan) => plan.findings);
  const groups = useMemo(() => checkGroups(findings), [findings]);
  const [exempting, setExempting] = useState<PlanFinding | null>(null);
  const failing = groups.filter(({ open }) => open.length > 0).length;
  return (
    <section className="qh-checks">
      <SectionHeading
        title={t('plan.checks')}
        detail={t('plan.checksDone', { passed: groups.length - failing, failing })}
      />
      <ul aria-label={t('plan.checks')}>
        {groups.map((group) => (
          <GroupLines key={group.name} group={group} onExempt={setExempting} />
        ))}
        <ImpactLine {...(onDoors ? { onDoors } : {})} />
      </ul>
      <ExemptedList />
      <ExemptDialog finding={exempting} onDone={() => setExempting(null)} />
    </section>
  );
}

const SHOWN = 3;

interface GroupLinesProps {
  readonly group: CheckGroup;
  readonly onExempt: (finding: PlanFinding) => void;
}

function GroupLines({ group, onExempt }: GroupLinesProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { name, open } = group;
  const shown = all ? open : open.slice(0, SHOWN);
  return (
    <li className="qh-check" data-failing={open.length > 0} data-check={name}>
      <CheckMark failing={open.length > 0} />
      <strong>{t(`plan.group_${name}`)}</strong>
      <div className="qh-check-lines">
        {open.length === 0 ? <Passed group={group} /> : null}
        {shown.map((finding) => (
          <FindingLine key={finding.key} finding={finding} onExempt={() => onExempt(finding)} />
        ))}
        {open.length > SHOWN ? (
          <TextAction
            text={all ? t('plan.fewer') : t('plan.more', { count: open.length - SHOWN })}
            onAction={() => setAll(!all)}
          />
        ) : null}
      </div>
    </li>
  );
}

/** That it holds, with what was counted. */
function Passed({ group: { name, exempt } }: { readonly group: CheckGroup }) {
  const { t } = useTranslation();
  const unitCount = usePlan((plan) => plan.units.length);
  const gridCount = usePlan((plan) => plan.figures.rows.filter(({ units }) => units > 0).length);
  const lockCount = usePlan((plan) => plan.locks.length);
  const rules = usePlan((plan) => plan.rules);
  const nothing = name === 'lock' && lockCount === 0;
  return (
    <p className="qh-check-passed">
      {t(nothing ? 'plan.passed_noLock' : `plan.passed_${name}`, {
        units: unitCount,
        grids: gridCount,
        locks: lockCount,
        least: rules.minHouseholds,
        most: rules.maxHouseholds,
      })}
      {exempt.length > 0 ? ` · ${t('plan.excepted', { count: exempt.length })}` : ''}
    </p>
  );
}

/** Whom the draft costs their worker: no fault, but what one answers for. */
function ImpactLine({ onDoors }: ChecksListProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const assignment = usePlan((plan) => plan.assignment);
  const before = usePlan((plan) => plan.before);
  const units = usePlan((plan) => plan.units);
  const { care, requests } = useMemo(() => {
    const moved = movedUnits(assignment, before).flatMap((unit) => units[unit] ?? []);
    return {
      care: moved.reduce((sum, unit) => sum + unit.dailyCareDoors, 0),
      requests: moved.reduce((sum, unit) => sum + unit.openRequests, 0),
    };
  }, [assignment, before, units]);
  const none = care + requests === 0;
  return (
    <li className="qh-check" data-failing={!none} data-check="impact">
      <CheckMark failing={!none} />
      <strong>{t('plan.group_impact')}</strong>
      <div className="qh-check-lines">
        <div className="qh-finding">
          <p className={none ? 'qh-check-passed' : undefined}>
            {none
              ? t('plan.noImpact')
              : t('plan.impact', { care: formats.number(care), requests: formats.number(requests) })}
          </p>
          {onDoors && !none ? <TextAction text={t('plan.seeDoors')} onAction={onDoors} /> : null}
        </div>
      </div>
    </li>
  );
}
