// Owns the question no file answers by itself: on which datum its coordinates stand. A proposal is a sentence here, never
// a choice made beforehand.
import { InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Datum } from '#api/gql/graphql';
import type { Answers } from './answers.ts';
import type { Preview } from './import-documents.ts';

/** Props of `DatumQuestion`. */
export interface DatumQuestionProps {
  readonly preview: Preview;
  readonly answers: Answers;
  readonly onAnswers: (answers: Answers) => void;
}

const DATUMS = ['WGS84', 'CGCS2000', 'PROJECTED', 'GCJ02', 'BD09'] as const satisfies readonly Datum[];

export function DatumQuestion({ preview, answers, onAnswers }: DatumQuestionProps) {
  const { t } = useTranslation();
  const asked = preview.needs.includes('DATUM');
  if (!asked && answers.datum === null && preview.datumReason == null) return null;
  return (
    <section className="qh-import-question" data-asked={asked} data-testid="datum">
      <h3 id="qh-datum">{asked ? t('import.datumAsked') : t('import.datum')}</h3>
      {preview.datumReason ? <p className="qh-import-reason">{preview.datumReason}</p> : null}
      <Radio.Group
        aria-labelledby="qh-datum"
        value={answers.datum}
        onChange={(event) => onAnswers({ ...answers, datum: event.target.value as Datum })}
      >
        {DATUMS.map((datum) => (
          <Radio key={datum} value={datum}>
            {t(`import.datum${datum}`)}
          </Radio>
        ))}
      </Radio.Group>
      {answers.datum === 'PROJECTED' ? (
        <label className="qh-import-epsg">
          {t('import.epsg')}
          <InputNumber
            aria-label={t('import.epsg')}
            min={1}
            max={999_999}
            precision={0}
            value={answers.epsg}
            onChange={(epsg) => onAnswers({ ...answers, epsg })}
          />
        </label>
      ) : null}
    </section>
  );
}
