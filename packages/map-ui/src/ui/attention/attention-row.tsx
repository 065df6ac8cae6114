// Owns one line of 需要处理: what, who, how long, and the next action beside it. Refuses to decide the order.
import { useTranslation } from 'react-i18next';
import { ClockRing } from '../clock/index.ts';
import { TextAction } from '../control/index.ts';
import './attention.css';

/** Which mark stands before a row. */
export type AttentionIcon = 'running' | 'overdue' | 'unaccepted' | 'corner' | 'door';

/** Props of `AttentionRow`. */
export interface AttentionRowProps {
  readonly icon: AttentionIcon;
  /** Share of time left for `running`, 1 to 0. */
  readonly remainingShare?: number;
  readonly title: string;
  readonly subtitle: string;
  /** Words before the time, e.g. "物业响应还剩". */
  readonly timeLabel: string;
  /** e.g. "13:43"; empty where only words apply. */
  readonly time: string;
  readonly overdue?: boolean;
  readonly action?: { readonly text: string; readonly onAction: () => void };
  /** Flies to the place. */
  readonly onOpen: () => void;
  readonly onHover?: (hovered: boolean) => void;
  readonly selected?: boolean;
  readonly stale?: boolean;
  /** The hall's scale: no action, time as a large figure. */
  readonly screen?: boolean;
}

const ICON_KEYS = {
  running: 'attention.iconRunning',
  overdue: 'attention.iconOverdue',
  unaccepted: 'attention.iconUnaccepted',
  corner: 'attention.iconCorner',
  door: 'attention.iconDoor',
} as const;

export function AttentionRow(props: AttentionRowProps) {
  const {
    title,
    subtitle,
    timeLabel,
    time,
    overdue = false,
    action,
    onOpen,
    onHover,
    selected = false,
    stale = false,
    screen = false,
  } = props;
  const { t } = useTranslation();
  const alarmed = overdue && !stale;
  return (
    <li className="qh-attention" data-selected={selected} data-stale={stale} data-alarm={alarmed}>
      <span className="qh-attention-icon">
        <Mark {...props} />
      </span>
      <button
        type="button"
        className="qh-attention-open"
        aria-label={`${title},${subtitle}. ${t('attention.flyTo')}`}
        onClick={onOpen}
        onMouseEnter={() => onHover?.(true)}
        onMouseLeave={() => onHover?.(false)}
        onFocus={() => onHover?.(true)}
        onBlur={() => onHover?.(false)}
      >
        <strong>{title}</strong>
        <span>{screen ? timeLabel || subtitle : subtitle}</span>
      </button>
      <span className="qh-attention-end">
        <span className="qh-attention-time">
          {screen ? null : timeLabel} {time ? <b>{time}</b> : null}
        </span>
        {action && !screen ? (
          <TextAction text={action.text} label={`${action.text}: ${title}`} stale={stale} onAction={action.onAction} />
        ) : null}
      </span>
    </li>
  );
}

function Mark({ icon, remainingShare = 0, stale = false, screen = false }: AttentionRowProps) {
  const { t } = useTranslation();
  const size = screen ? 44 : 28;
  const label = t(ICON_KEYS[icon]);
  if (icon === 'running') return <ClockRing remainingShare={remainingShare} label={label} stale={stale} size={size} />;
  if (icon === 'overdue' || icon === 'unaccepted')
    return <ClockRing remainingShare={0} overdue label={label} stale={stale} size={size} />;
  return (
    <svg
      className={`qh-attention-mark qh-attention-${icon}`}
      viewBox="0 0 28 28"
      width={size}
      height={size}
      role="img"
      aria-label={label}
    >
      {icon === 'corner' ? (
        <>
          <rect className="qh-attention-corner-fill" x="2" y="2" width="24" height="24" />
          <rect x="6.5" y="6.5" width="15" height="15" fill="none" stroke="currentColor" strokeWidth="3" />
        </>
      ) : (
        <>
          <rect x="7" y="3" width="14" height="22" fill="none" stroke="currentColor" strokeWidth="2.5" />
          <circle cx="17.5" cy="14" r="1.6" fill="currentColor" />
        </>
      )}
    </svg>
  );
}
