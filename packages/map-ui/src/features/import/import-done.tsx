// Owns what an import came to, and the way to see it.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { setView } from '#view/view-state';
import type { Imported } from './use-import.ts';

export function ImportDone({ done }: { readonly done: Imported }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const lines = [
    [t('import.new'), done.buildingsNew],
    [t('import.changed'), done.buildingsChanged],
    [t('import.same'), done.buildingsSame],
    [t('import.entrances'), done.entrances],
    [t('import.households'), done.households],
    [t('import.grids'), done.grids],
  ] as const;
  return (
    <section className="qh-import-done" data-testid="import-done">
      <h3>{t('import.done', { name: done.community.name })}</h3>
      <dl>
        {lines.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{formats.number(count)}</dd>
          </div>
        ))}
      </dl>
      {done.exceptions.length > 0 ? (
        <ul className="qh-import-faults">
          {done.exceptions.map((exception) => (
            <li key={exception}>{exception}</li>
          ))}
        </ul>
      ) : null}
      <Button
        type="primary"
        size="large"
        onClick={() =>
          setView({ community: done.community.code, panel: 'attention', select: null, time: { kind: 'live' } })
        }
      >
        {t('import.open')}
      </Button>
    </section>
  );
}
