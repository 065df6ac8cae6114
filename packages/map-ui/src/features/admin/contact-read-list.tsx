// Owns the record of who read a resident's contact, newest first, a page at a time. Refuses to repeat what was read.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useData } from '#api/client';
import { useFormats } from '#i18n/index';
import { TextAction } from '#ui/control';
import { EmptyState, RowsSkeleton } from '#ui/state';
import { ContactReads } from './admin-documents.ts';

const PAGE = 20;

export function ContactReadList({ community }: { readonly community: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  /** Cursors of the pages gone through; the last one is shown. */
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const { data, error } = useData(
    ContactReads,
    { community, first: PAGE, after: cursors.at(-1) ?? null },
    { staleMs: 0, keepPrevious: true },
  );
  if (error) return <p role="alert">{error.message}</p>;
  if (!data) return <RowsSkeleton rows={6} />;
  const { edges, pageInfo, totalCount } = data.contactReads;
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return (
    <section data-testid="contact-reads">
      <h2>
        {t('admin.contactReads')} <span className="qh-admin-count">{formats.number(totalCount)}</span>
      </h2>
      {edges.length === 0 ? <EmptyState title={t('admin.noReads')} detail={t('admin.noReadsNote')} /> : null}
      <ul className="qh-admin-reads">
        {edges.map(({ node }) => (
          <li key={node.id}>
            <span>{formats.dayTime(node.at)}</span>
            <strong>{node.reader}</strong>
            <span>{node.subject}</span>
            <span>{node.fields.join(', ')}</span>
          </li>
        ))}
      </ul>
      <nav className="qh-admin-pages">
        {cursors.length > 1 ? (
          <TextAction text={t('admin.newer')} onAction={() => setCursors((before) => before.slice(0, -1))} />
        ) : null}
        {next ? (
          <TextAction text={t('admin.older')} onAction={() => setCursors((before) => [...before, next])} />
        ) : null}
      </nav>
    </section>
  );
}
