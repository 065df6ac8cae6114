// Owns what stands where there is no community yet: whoever administers makes the first one, others ask. Owns also what
// stands in the map's place while a community has no buildings. Refuses dead ends.
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { can, type Viewer } from '#api/viewer';
import { AccountMenu } from '#features/access';
import { PageHeader } from '#ui/page';
import { EmptyState, RowsSkeleton } from '#ui/state';
import { setView } from '#view/view-state';

const CreateCommunityForm = lazy(async () => ({ default: (await import('#features/import')).CreateCommunityForm }));

export function NoCommunity({ viewer }: { readonly viewer: Viewer }) {
  const { t } = useTranslation();
  return (
    <div className="qh-page">
      <PageHeader
        communityName={null}
        productName={t('common.productName')}
        // A phone's header ends with its chips.
        chips={
          <span className="qh-only-phone">
            <AccountMenu viewer={viewer} />
          </span>
        }
      >
        <AccountMenu viewer={viewer} />
      </PageHeader>
      <main className="qh-page-whole qh-page-empty">
        {can(viewer, 'administer') ? (
          <section className="qh-first-community">
            <h2>{t('common.firstCommunity')}</h2>
            <p>{t('common.firstCommunityNote')}</p>
            <Suspense fallback={<RowsSkeleton rows={3} />}>
              <CreateCommunityForm onDone={({ code }) => setView({ community: code, panel: 'import' })} />
            </Suspense>
          </section>
        ) : (
          <EmptyState title={t('common.noCommunity')} detail={t('common.noCommunityNote')} />
        )}
      </main>
    </div>
  );
}

/** In the map's place. */
export function NoGeography({ viewer }: { readonly viewer: Viewer }) {
  const { t } = useTranslation();
  const may = can(viewer, 'import-data');
  return (
    <div className="qh-page-empty">
      <EmptyState
        title={t('common.noGeography')}
        detail={t(may ? 'common.noGeographyNote' : 'common.noGeographyAsk')}
        {...(may ? { action: { text: t('common.importData'), onAction: () => setView({ panel: 'import' }) } } : {})}
      />
    </div>
  );
}
