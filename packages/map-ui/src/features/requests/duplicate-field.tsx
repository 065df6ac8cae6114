// Owns choosing the request that this one repeats: others of its entrance, then open ones of its matter in the grid.
// Refuses a search: what nobody can see from here is no duplicate that a worker could judge.
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestRowFragment, RequestWholeFragment } from '#api/gql/graphql';
import { useServerNow } from '#api/server-clock';
import { useFormats } from '#i18n/index';
import { duplicateCandidates } from './duplicate-candidates.ts';
import { writeMoment } from './moment.ts';
import { useRequestRows } from './request-data.ts';

/** Props of `DuplicateField`. */
export interface DuplicateFieldProps {
  readonly community: string;
  readonly request: RequestWholeFragment;
  /** Opaque id. */
  readonly value: string | null;
  readonly message: string | null;
  readonly onChange: (id: string) => void;
}

const READ = 30;
const TICK_MS = 60_000;

export function DuplicateField({ community, request, value, message, onChange }: DuplicateFieldProps) {
  const { t } = useTranslation();
  const name = useId();
  const here = useRequestRows(community, { entrance: request.entrance.id }, READ);
  const near = useRequestRows(
    community,
    { grid: request.grid.id, categories: [request.category.code], open: true },
    READ,
  );
  const { same, others } = duplicateCandidates(request, here.rows ?? [], near.rows ?? []);
  const loaded = here.rows !== undefined && near.rows !== undefined;
  const group = (title: string, rows: readonly RequestRowFragment[]) =>
    rows.length === 0 ? null : (
      <>
        <h4>{title}</h4>
        {rows.map((row) => (
          <label key={row.id} data-on={row.id === value}>
            <input type="radio" name={name} checked={row.id === value} onChange={() => onChange(row.id)} />
            <Candidate row={row} />
          </label>
        ))}
      </>
    );
  return (
    <div className="qh-field" data-invalid={message !== null}>
      <fieldset className="qh-duplicates" data-testid="duplicates">
        <legend>{t('requests.fieldDuplicateOf')}</legend>
        {group(t('requests.duplicateSame'), same)}
        {group(t('requests.duplicateNear'), others)}
      </fieldset>
      <p className="qh-field-note" role={message === null ? undefined : 'alert'}>
        {loaded && same.length + others.length === 0 ? t('requests.duplicateNone') : message}
      </p>
    </div>
  );
}

function Candidate({ row }: { readonly row: RequestRowFragment }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useServerNow(TICK_MS);
  const details = [
    t('requests.number', { number: row.number }),
    writeMoment(formats, row.createdAt, now),
    t(`requests.stage${row.stage}`),
  ];
  return (
    <span>
      <strong>
        {row.entrance.name} {row.title}
      </strong>
      <span>{details.join('・')}</span>
    </span>
  );
}
