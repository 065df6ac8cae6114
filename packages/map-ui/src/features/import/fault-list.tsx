// Owns what is wrong with the files, errors first, each with its place. Refuses to repair.
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { errorsFirst } from './answers.ts';
import type { Preview } from './import-documents.ts';

export function FaultList({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (preview.faultCount === 0) return <p className="qh-import-fine">{t('import.noFaults')}</p>;
  const left = preview.faultCount - preview.faults.length;
  return (
    <section data-testid="faults">
      <h3>{t('import.faults', { count: preview.faultCount, n: formats.number(preview.faultCount) })}</h3>
      <ol className="qh-import-faults">
        {errorsFirst(preview.faults).map((fault, index) => (
          <li key={index} data-error={fault.severity === 'ERROR'}>
            <strong>{t(fault.severity === 'ERROR' ? 'import.error' : 'import.warning')}</strong>
            <code>{fault.path}</code>
            <span>{fault.message}</span>
          </li>
        ))}
      </ol>
      {left > 0 ? <p className="qh-import-reason">{t('import.faultsLeft', { n: formats.number(left) })}</p> : null}
    </section>
  );
}
