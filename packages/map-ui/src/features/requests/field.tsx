// Owns a labelled input with its refusal beneath, and a choice of one among few as boxes. Refuses validation.
import { type ReactNode, useId } from 'react';

/** Props of `Field`. */
export interface FieldProps {
  readonly label: string;
  readonly error?: string | null;
  readonly hint?: ReactNode;
  /** Gets the id of the input and of what describes it. */
  readonly children: (ids: {
    readonly id: string;
    readonly 'aria-describedby': string;
    readonly 'aria-invalid': boolean;
  }) => ReactNode;
}

/** A refusal stands beside the field it names. */
export function Field({ label, error = null, hint, children }: FieldProps) {
  const id = useId();
  const note = `${id}-note`;
  return (
    <div className="qh-field" data-invalid={error !== null}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': note, 'aria-invalid': error !== null })}
      <p id={note} className="qh-field-note" role={error === null ? undefined : 'alert'}>
        {error ?? hint}
      </p>
    </div>
  );
}

/** Props of `Choices`. */
export interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
}

/** Boxes in a row, 44 px high; native radios, so arrows move. */
export function Choices<Value extends string>({
  label,
  options,
  value,
  onChange,
  disabled = false,
}: ChoicesProps<Value>) {
  const name = useId();
  return (
    <fieldset className="qh-choices" disabled={disabled}>
      <legend className="qh-visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} data-on={option.value === value}>
          <input
            type="radio"
            className="qh-visually-hidden"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.text}
        </label>
      ))}
    </fieldset>
  );
}
