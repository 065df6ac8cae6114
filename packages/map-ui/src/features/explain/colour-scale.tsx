// Owns the five steps of a measure with the present value marked: why it has this shade. Refuses measures without a ramp.
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { classIndex, inkOn, RAMP, stepColour, type Step } from '#ui/theme';

/** Props of `ColourScale`. */
export interface ColourScaleProps {
  readonly scheme: 'requests' | 'visits';
  /** Upper bounds of the steps but the last. */
  readonly bounds: readonly number[];
  readonly value: number;
}

export function ColourScale({ scheme, bounds, value }: ColourScaleProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const at = Math.min(RAMP[scheme].length - 1, classIndex(value, bounds));
  const words = RAMP[scheme].map((_, step) => {
    const bound = bounds[step];
    return bound === undefined
      ? t('legend.above', { value: formats.decimal(bounds.at(-1) ?? 0, 2) })
      : t('legend.atMost', { value: formats.decimal(bound, 2) });
  });
  return (
    <ol className="qh-scale" aria-label={t('explain.step', { step: at + 1, value: formats.decimal(value, 2) })}>
      {words.map((text, step) => {
        const colour = stepColour(scheme, step as Step);
        return (
          <li key={text} data-here={step === at} style={{ background: colour, color: inkOn(colour) }}>
            {step === at ? formats.decimal(value, 2) : ''}
            <span>{text}</span>
          </li>
        );
      })}
    </ol>
  );
}
