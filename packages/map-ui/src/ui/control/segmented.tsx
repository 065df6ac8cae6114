// Owns a choice of one among few as words with a line beneath, not as pills. Refuses more than about six options.
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scheme } from '../../theme/palette.ts';
import './control.css';

/** Props of `Segmented`. */
export interface SegmentedProps<Value extends string> {
  /** Read out as the group's name. */
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A radio group of words; arrows move, as in any radio group. */
export function Segmented<Value extends string>({ label, options, value, onChange }: SegmentedProps<Value>) {
  const move = (event: KeyboardEvent<HTMLButtonElement>) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = options.findIndex((option) => option.value === value);
    const next = options[(at + step + options.length) % options.length];
    if (!next) return;
    onChange(next.value);
    const buttons = event.currentTarget.parentElement?.querySelectorAll('button');
    buttons?.[options.indexOf(next)]?.focus();
  };
  return (
    <div className="qh-segmented" role="radiogroup" aria-label={label}>
      {options.map((option) => {
        const on = option.value === value;
        return (
          <button
            key={option.value}
            type="button"
            role="radio"
            aria-checked={on}
            tabIndex={on ? 0 : -1}
            onClick={() => onChange(option.value)}
            onKeyDown={move}
          >
            {option.text}
          </button>
        );
      })}
    </div>
  );
}

/** Props of `MeasureToggle`. */
export interface MeasureToggleProps {
  readonly value: Scheme;
  readonly onChange: (value: Scheme) => void;
}

/** 诉求 / 走访 / 两者 */
export function MeasureToggle({ value, onChange }: MeasureToggleProps) {
  const { t } = useTranslation();
  const options = [
    { value: 'requests', text: t('legend.requests') },
    { value: 'visits', text: t('legend.visits') },
    { value: 'both', text: t('legend.both') },
  ] as const;
  return <Segmented label={t('legend.measure')} options={options} value={value} onChange={onChange} />;
}

/** Windows a flow is counted in; the names are those of the contract. */
export const WINDOWS = ['H1', 'H24', 'D7', 'D30', 'D90'] as const;

/** A window's name. */
export type WindowName = (typeof WINDOWS)[number];

/** Props of `WindowPicker`. */
export interface WindowPickerProps {
  readonly value: WindowName;
  readonly onChange: (value: WindowName) => void;
}

/** 近1小时 / 24小时 / 7天 / 30天 / 90天 */
export function WindowPicker({ value, onChange }: WindowPickerProps) {
  const { t } = useTranslation();
  const options = WINDOWS.map((name) => ({ value: name, text: t(`legend.window${name}`) }));
  return <Segmented label={t('legend.windowLabel')} options={options} value={value} onChange={onChange} />;
}

/** Props of `TextAction`. */
export interface TextActionProps {
  readonly text: string;
  readonly onAction: () => void;
  /** Says more than the word when read alone, e.g. "派给物业: 9栋2单元". */
  readonly label?: string;
  readonly stale?: boolean;
  readonly disabled?: boolean;
}

/** A word one can act on, in the action colour. */
export function TextAction({ text, onAction, label, stale = false, disabled = false }: TextActionProps) {
  return (
    <button
      type="button"
      className="qh-text-action"
      data-stale={stale}
      disabled={disabled}
      aria-label={label}
      onClick={onAction}
    >
      {text}
    </button>
  );
}
