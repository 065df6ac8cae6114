// Owns the bars of one grid's households: now, in the draft, after the repair, with a tick at each limit. Refuses colour for
// meaning: a broken limit is ink.
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';

/** Props of `GridBars`. */
export interface GridBarsProps {
  readonly bars: readonly { readonly kind: 'now' | 'draft' | 'repaired'; readonly households: number }[];
  readonly lower: number;
  readonly upper: number;
}

export function GridBars({ bars, lower, upper }: GridBarsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const most = Math.max(upper, ...bars.map(({ households }) => households)) * 1.05;
  const share = (households: number) => `${(100 * households) / most}%`;
  return (
    <dl className="qh-grid-bars">
      {bars.map(({ kind, households }) => (
        <div key={kind}>
          <dt>{t(`planSide.bar${kind}`)}</dt>
          <dd>
            <span className="qh-grid-bar" aria-hidden="true">
              <span data-kind={kind} style={{ width: share(households) }} />
              {[lower, upper].map((limit) => (
                <i key={limit} style={{ left: share(limit) }} />
              ))}
            </span>
            <span className="qh-grid-bar-value">{formats.number(households)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
