// Owns 复制为 GraphQL: the query that gives the same numbers, shown and copied. Refuses to run it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextAction } from '#ui/control';

export function CopyQuery({ query }: { readonly query: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = async () => {
    try {
      // Missing on plain http of a LAN address: then the text below is there to be taken by hand.
      await navigator.clipboard.writeText(query);
      setCopied('yes');
    } catch {
      setCopied('no');
    }
  };
  return (
    <section className="qh-explain-query">
      <p>
        <TextAction text={t('explain.copy')} onAction={() => void copy()} />
        <span role="status">{copied === null ? '' : t(copied === 'yes' ? 'explain.copied' : 'explain.notCopied')}</span>
      </p>
      <textarea readOnly rows={8} aria-label={t('explain.query')} value={query} />
    </section>
  );
}
