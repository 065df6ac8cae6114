// Owns the foot of the form: the norms that will run, the refusal of the whole, and the one button in thumb reach.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RequestCategoriesQuery } from '#api/gql/graphql';
import { useClockWords } from './clock-words.ts';
import type { useRegistration } from './use-registration.ts';

/** Props of `FormFoot`. */
export interface FormFootProps {
  readonly form: ReturnType<typeof useRegistration>;
  readonly categories: RequestCategoriesQuery['categories'];
}

const SHOWN_BESIDE: ReadonlySet<string | null> = new Set([
  'entrance',
  'category',
  'text',
  'callerName',
  'callerPhone',
  'door',
]);

export function FormFoot({ form: { draft, error, state, next }, categories }: FormFootProps) {
  const { t } = useTranslation();
  const category = categories.find(({ code }) => code === draft.category);
  return (
    <>
      {category ? (
        <NormLine
          kind={t(`requests.kind${draft.kind ?? category.kind}`)}
          category={category}
          worker={draft.place?.worker ?? null}
        />
      ) : null}
      <div className="qh-request-foot">
        {error !== null && !SHOWN_BESIDE.has(error.field) ? (
          <p className="qh-field-note" data-invalid role="alert">
            {error.message}
          </p>
        ) : null}
        {state === 'waiting' ? (
          <Button type="primary" size="large" block onClick={next}>
            {t('requests.registerNext')}
          </Button>
        ) : (
          <Button
            type="primary"
            size="large"
            block
            htmlType="submit"
            loading={state === 'sending'}
            data-testid="register"
          >
            {t(state === 'sending' ? 'requests.registering' : 'requests.register')}
          </Button>
        )}
      </div>
    </>
  );
}

interface NormLineProps {
  readonly kind: string;
  readonly category: RequestCategoriesQuery['categories'][number];
  readonly worker: string | null;
}

/** 急事 · 15分钟内响应 · 24小时内办结 · 同时通知 周岚 */
function NormLine({ kind, category, worker }: NormLineProps) {
  const { t } = useTranslation();
  const { length } = useClockWords();
  const parts = [
    kind,
    ...(category.respondMinutes === null ? [] : [t('requests.normRespond', { time: length(category.respondMinutes) })]),
    t(category.workingTime ? 'requests.normFinishWorking' : 'requests.normFinish', {
      time: length(category.finishMinutes),
    }),
    ...(worker === null ? [] : [t('requests.alsoTold', { name: worker })]),
  ];
  return <p className="qh-request-note">{parts.join(' · ')}</p>;
}
