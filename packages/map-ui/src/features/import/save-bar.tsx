// Owns the last look before saving: counts, the outline to accept, how many grids, and the key.
import { Button, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import type { Preview } from './import-documents.ts';
import { OutlineQuestion } from './outline-question.tsx';
import type { Import } from './use-import.ts';

const MOST_GRIDS = 999;

export function SaveBar({ work, preview }: { readonly work: Import; readonly preview: Preview }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { answers, setAnswers, refused, busy, outlineAnswer, setOutlineAnswer } = work;
  const counts = [
    [t('import.buildings'), preview.buildings],
    [t('import.entrances'), preview.entrances],
    [t('import.households'), preview.households],
  ] as const;
  const refusedAt = (path: string) => (refused?.path === path ? refused.message : null);
  const outlineOpen = preview.outlineProposed && outlineAnswer !== 'ACCEPTED';
  return (
    <section className="qh-import-save">
      <dl>
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{formats.number(count)}</dd>
          </div>
        ))}
      </dl>
      {preview.attribution ? (
        <p className="qh-import-reason">{t('import.source', { name: preview.attribution })}</p>
      ) : null}
      {preview.outlineProposed ? (
        <OutlineQuestion
          answer={outlineAnswer}
          onAnswer={setOutlineAnswer}
          refused={refusedAt('input.acceptOutline')}
        />
      ) : null}
      <label>
        {t('import.gridCount')}
        <InputNumber
          aria-label={t('import.gridCount')}
          min={1}
          max={MOST_GRIDS}
          precision={0}
          placeholder={t('import.gridCountAuto')}
          value={answers.gridCount}
          onChange={(gridCount) => setAnswers({ ...answers, gridCount })}
        />
      </label>
      <FieldError message={refusedAt('input.answers.gridCount')} />
      <Button
        type="primary"
        size="large"
        loading={busy === 'import'}
        disabled={!preview.ready || outlineOpen || busy !== null}
        onClick={() => void work.save()}
        data-testid="import"
      >
        {t('import.import')}
      </Button>
      <WhyNot preview={preview} outlineOpen={outlineOpen} />
    </section>
  );
}

/** What still stands in the way, one thing at a time. */
function WhyNot({ preview, outlineOpen }: { readonly preview: Preview; readonly outlineOpen: boolean }) {
  const { t } = useTranslation();
  if (preview.ready && !outlineOpen) return null;
  const reason = preview.needs.length > 0 ? 'answerFirst' : preview.ready ? 'outlineFirst' : 'repairFirst';
  return <p className="qh-import-reason">{t(`import.${reason}`)}</p>;
}

function FieldError({ message }: { readonly message: string | null }) {
  return message === null ? null : (
    <p role="alert" className="qh-import-refused">
      {message}
    </p>
  );
}
