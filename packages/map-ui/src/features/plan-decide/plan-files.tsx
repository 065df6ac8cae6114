// Owns a plan's files: out as GeoJSON and XLSX, in from either. The server makes and reads them; what comes in is one step
// of the plan's history, so that undo takes it back.
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DecidedPlan, ImportPlan } from './plan-documents.ts';
import { uploadPlanFile } from './upload-plan-file.ts';
import { useDecision } from './use-decision.ts';

const FORMATS = ['geojson', 'xlsx'] as const;

/** Props of `PlanFiles`. */
export interface PlanFilesProps {
  readonly plan: Pick<DecidedPlan, 'id' | 'version' | 'acts'>;
}

export function PlanFiles({ plan }: PlanFilesProps) {
  const { t } = useTranslation();
  return (
    <div className="qh-plan-files">
      {FORMATS.map((format) => (
        <a key={format} className="qh-text-action" href={`/files/plans/${plan.id}.${format}`} download>
          {t(`planDecide.export${format}`)}
        </a>
      ))}
      {plan.acts.includes('EDIT') ? <ImportKey plan={plan} /> : null}
    </div>
  );
}

function ImportKey({ plan }: PlanFilesProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { busy, refusal, send, clear } = useDecision();
  const [said, setSaid] = useState<string | null>(null);
  const bring = async (file: File) => {
    setSaid(null);
    clear();
    try {
      const upload = await uploadPlanFile(file);
      const answer = await send(ImportPlan, { plan: plan.id, baseVersion: plan.version, upload });
      if (answer?.__typename === 'PlanApplied') {
        const same = answer.plan.version === plan.version;
        setSaid(t(same ? 'planDecide.importedSame' : 'planDecide.imported', { name: file.name }));
      }
      if (answer?.__typename === 'PlanConflict')
        setSaid(
          t('planDecide.importConflict', { names: answer.units.map(({ name }) => name).join(t('planDecide.and')) }),
        );
    } catch (error) {
      setSaid(error instanceof Error && error.message !== '' ? error.message : t('errors.noAnswer'));
    }
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".geojson,.json,.xlsx"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void bring(file);
        }}
      />
      <Button size="small" loading={busy} onClick={() => input.current?.click()}>
        {t('planDecide.import')}
      </Button>
      {(refusal ?? said) === null ? null : <p role="alert">{refusal ?? said}</p>}
    </>
  );
}
