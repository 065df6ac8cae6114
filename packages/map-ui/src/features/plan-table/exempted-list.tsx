// Owns what the checks found and nobody holds against the draft, folded under the list: accepted, by whom and why, to be taken back;
// and as it was before. Refuses what still stands: that is the list's.
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { usePlan, usePlanActs } from '#plan/open-plan';
import type { PlanFinding } from '#plan/plan-session.types';
import { flyToUnits } from '#plan/unit-flights';
import { TextAction } from '#ui/control';
import { findingText } from './finding-words.ts';

export function ExemptedList() {
  const { t } = useTranslation();
  const findings = usePlan((plan) => plan.findings);
  const accepted = findings.filter(({ exemption }) => exemption !== null);
  const asBefore = findings.filter(({ exempt, exemption }) => exempt && exemption === null);
  if (accepted.length + asBefore.length === 0) return null;
  const parts = [
    ...(accepted.length > 0 ? [t('plan.exemptedCount', { count: accepted.length })] : []),
    ...(asBefore.length > 0 ? [t('plan.asBeforeCount', { count: asBefore.length })] : []),
  ];
  return (
    <details className="qh-exempted" data-testid="exempted">
      <summary>{parts.join(' · ')}</summary>
      <ul>
        {[...accepted, ...asBefore].map((finding) => (
          <ExemptedLine key={finding.key} finding={finding} />
        ))}
      </ul>
    </details>
  );
}

function ExemptedLine({ finding }: { readonly finding: PlanFinding }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const acts = usePlanActs();
  const grids = usePlan((plan) => plan.grids);
  const units = usePlan((plan) => plan.units);
  const editable = usePlan((plan) => plan.acts.includes('EDIT'));
  const text = findingText(finding, { t, formats, grids, units });
  const { exemption } = finding;
  return (
    <li className="qh-finding" data-exempted={finding.check}>
      <p>
        {text}
        <span className="qh-exempted-why">
          {exemption
            ? t('plan.exemptedWhy', { by: exemption.by || t('plan.you'), reason: exemption.reason })
            : t('plan.asBefore')}
        </span>
      </p>
      <div className="qh-finding-acts">
        {exemption && editable ? (
          <TextAction
            text={t('plan.act_unexempt')}
            label={`${t('plan.act_unexempt')}: ${text}`}
            onAction={() => acts.unexempt([exemption.id])}
          />
        ) : null}
        {finding.units.length > 0 ? (
          <TextAction
            text={t('plan.act_flyTo')}
            label={`${t('plan.act_flyTo')}: ${text}`}
            onAction={() => {
              acts.selectGrid(finding.grid);
              flyToUnits(finding.units);
            }}
          />
        ) : null}
      </div>
    </li>
  );
}
