// Owns the question about an outline that no file gave: what is proposed, where it is drawn, and what follows from a no.
// Refuses to answer it: a community's boundary is what somebody decided, and a hull is only what surrounds its buildings.
import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OutlineAnswer } from './answers.ts';

/** Props of `OutlineQuestion`. */
export interface OutlineQuestionProps {
  readonly answer: OutlineAnswer;
  readonly onAnswer: (answer: OutlineAnswer) => void;
  /** What the server said against it; null: nothing. */
  readonly refused: string | null;
}

export function OutlineQuestion({ answer, onAnswer, refused }: OutlineQuestionProps) {
  const { t } = useTranslation();
  return (
    <section className="qh-import-outline" data-answered={answer !== null} data-testid="outline-question">
      <h3 id="qh-outline">{t('import.outlineAsked')}</h3>
      <p className="qh-import-reason">{t('import.outlineRule')}</p>
      <Radio.Group
        aria-labelledby="qh-outline"
        value={answer}
        onChange={(event) => onAnswer(event.target.value as OutlineAnswer)}
        options={[
          { value: 'ACCEPTED', label: t('import.outlineAccept') },
          { value: 'DECLINED', label: t('import.outlineDecline') },
        ]}
      />
      {answer === 'DECLINED' ? <p role="status">{t('import.outlineDeclined')}</p> : null}
      {refused === null ? null : (
        <p role="alert" className="qh-import-refused">
          {refused}
        </p>
      )}
    </section>
  );
}
