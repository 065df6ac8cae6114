// Owns who called and from which door: personal, so it says who will see it. Refuses to be required.
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from './field.tsx';

/** What a caller may leave. */
export interface CallerDraft {
  readonly callerName: string;
  readonly callerPhone: string;
  readonly door: string;
}

/** Props of `CallerFields`. */
export interface CallerFieldsProps {
  readonly value: CallerDraft;
  readonly onChange: (part: Partial<CallerDraft>) => void;
  readonly error: { readonly field: string | null; readonly message: string } | null;
  readonly disabled?: boolean;
}

const LABELS = {
  callerName: 'requests.callerName',
  callerPhone: 'requests.callerPhone',
  door: 'requests.door',
} as const;
const INPUT = {
  callerName: { maxLength: 40, inputMode: 'text' },
  callerPhone: { maxLength: 24, inputMode: 'tel' },
  door: { maxLength: 20, inputMode: 'text' },
} as const;

export function CallerFields({ value, onChange, error, disabled = false }: CallerFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className="qh-caller">
      {(['callerName', 'callerPhone', 'door'] as const).map((name) => (
        <Field key={name} label={t(LABELS[name])} error={error?.field === name ? error.message : null}>
          {(ids) => (
            <Input
              {...ids}
              {...INPUT[name]}
              autoComplete="off"
              disabled={disabled}
              value={value[name]}
              onChange={(event) => onChange({ [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <p className="qh-request-note">{t('requests.callerWho')}</p>
    </div>
  );
}
