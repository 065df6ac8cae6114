// Owns the matter, its kind and the resident's words. Refuses rules over the words: the server's refusal is shown beneath.
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import type { RequestCategoriesQuery } from '#api/gql/graphql';
import { Choices, Field } from './field.tsx';
import type { FieldError } from './use-action.ts';
import type { RequestDraft } from './use-registration.ts';

/** Props of `MatterFields`. */
export interface MatterFieldsProps {
  readonly categories: RequestCategoriesQuery['categories'];
  readonly draft: RequestDraft;
  readonly error: FieldError | null;
  readonly locked: boolean;
  readonly now: number;
  readonly onChange: (part: Partial<RequestDraft>) => void;
}

const KINDS = ['URGENT', 'HARD', 'WORRY'] as const;

export function MatterFields({ categories, draft, error, locked, now, onChange }: MatterFieldsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const category = categories.find(({ code }) => code === draft.category);
  const messageOf = (field: string) => (error?.field === field ? error.message : null);
  return (
    <>
      <Field label={t('requests.category')} error={messageOf('category')}>
        {(ids) => (
          <Select
            {...ids}
            showSearch={{ optionFilterProp: 'label' }}
            classNames={{ popup: { root: 'qh-popup' } }}
            placeholder={t('requests.chooseCategory')}
            disabled={locked}
            value={draft.category}
            onChange={(code: string) => onChange({ category: code, kind: null })}
            options={categories.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
      </Field>
      <Choices
        label={t('requests.kind')}
        options={KINDS.map((value) => ({ value, text: t(`requests.kind${value}`) }))}
        value={draft.kind ?? category?.kind ?? null}
        disabled={locked}
        onChange={(kind) => onChange({ kind })}
      />
      <Field label={t('requests.words')} error={messageOf('text')} hint={t('requests.wordsHint')}>
        {(ids) => (
          <div className="qh-words">
            <Input.TextArea
              {...ids}
              autoSize={{ minRows: 2, maxRows: 8 }}
              disabled={locked}
              value={draft.text}
              onChange={(event) => onChange({ text: event.target.value })}
            />
            <span className="qh-words-at">{t('requests.callAt', { time: formats.time(now) })}</span>
          </div>
        )}
      </Field>
    </>
  );
}
