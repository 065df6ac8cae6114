// Owns one table of the files: what it holds, in which encoding and why, which column means what, its first rows.
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { type Answers, FIELDS, readMapping, type RoleAnswer, withField, withRole } from './answers.ts';
import type { PreviewTable } from './import-documents.ts';

/** Props of `TableCard`. */
export interface TableCardProps {
  readonly table: PreviewTable;
  readonly answers: Answers;
  readonly onAnswers: (answers: Answers) => void;
}

const ROLES = ['BUILDINGS', 'ENTRANCES', 'HOUSEHOLDS', 'BARRIERS', 'OUTLINE', 'IGNORED'] as const;
const ENCODINGS = ['UTF-8', 'GB18030', 'Big5', 'windows-1252'];
/** Wide tables are read sideways; more columns than this only hide the first ones. */
const SHOWN_COLUMNS = 12;
const SHOWN_ROWS = 5;

export function TableCard({ table, answers, onAnswers }: TableCardProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const role: RoleAnswer | null = answers.tables[table.name]?.role ?? table.role ?? null;
  return (
    <section className="qh-import-table" aria-label={table.name} data-testid="import-table">
      <header>
        <h3>{table.name}</h3>
        <span>{t('import.rows', { count: table.count, rows: formats.number(table.count) })}</span>
        <label>
          {t('import.role')}
          <Select
            className="qh-import-role"
            aria-label={t('import.role')}
            value={role}
            status={role === null ? 'warning' : ''}
            placeholder={t('import.chooseRole')}
            options={ROLES.map((value) => ({ value, label: t(`import.role${value}`) }))}
            onChange={(value: RoleAnswer) => onAnswers(withRole(answers, table.name, value))}
          />
        </label>
        {table.encoding ? <Encoding table={table} answers={answers} onAnswers={onAnswers} /> : null}
      </header>
      {role ? <Mapping role={role} table={table} answers={answers} onAnswers={onAnswers} /> : null}
      <Sample table={table} />
    </section>
  );
}

function Encoding({ table, answers, onAnswers }: TableCardProps) {
  const { t } = useTranslation();
  const shown = answers.encoding ?? table.encoding ?? '';
  return (
    <label>
      {t('import.encoding')}
      <Select
        className="qh-import-encoding"
        aria-label={t('import.encoding')}
        value={shown}
        status={table.needs.includes('ENCODING') ? 'warning' : ''}
        options={[...new Set([shown, ...ENCODINGS])].map((value) => ({ value, label: value }))}
        onChange={(encoding: string) => onAnswers({ ...answers, encoding })}
      />
      <span className="qh-import-reason">{table.encodingReason}</span>
    </label>
  );
}

function Mapping({ role, table, answers, onAnswers }: TableCardProps & { readonly role: RoleAnswer }) {
  const { t } = useTranslation();
  const mapping = { ...readMapping(table.mapping), ...answers.tables[table.name]?.fields };
  if (FIELDS[role].length === 0) return null;
  return (
    <div className="qh-import-mapping" role="group" aria-label={t('import.mapping')}>
      {FIELDS[role].map((field) => (
        <label key={field}>
          {t(`import.field_${field}` as 'import.field_id')}
          <Select
            size="small"
            allowClear
            showSearch
            aria-label={t(`import.field_${field}` as 'import.field_id')}
            value={mapping[field] ?? null}
            placeholder={t('import.noColumn')}
            options={table.fields.map((name) => ({ value: name, label: name }))}
            onChange={(column?: string | null) => onAnswers(withField(answers, table.name, field, column ?? null))}
          />
        </label>
      ))}
    </div>
  );
}

/** A plain table: Ant Design's measures scroll bars with a style the page's policy refuses. */
function Sample({ table }: { readonly table: PreviewTable }) {
  const shown = table.fields.slice(0, SHOWN_COLUMNS);
  return (
    <div className="qh-import-sample">
      <table>
        <thead>
          <tr>
            {shown.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.sample.slice(0, SHOWN_ROWS).map((cells, row) => (
            <tr key={row}>
              {shown.map((name, column) => (
                <td key={name}>{cells[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
