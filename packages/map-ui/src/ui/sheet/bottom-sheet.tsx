// Owns the sheet over the map on a phone: three heights by drag, keys or buttons. Refuses to cover the thumb's
// action: `foot` stays at the bottom at every height.
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { neighbour, settle, SHEET_HEIGHTS, SHEET_SHARE, type SheetHeight } from './sheet-heights.ts';
import './sheet.css';

/** Props of `BottomSheet`. */
export interface BottomSheetProps {
  readonly height: SheetHeight;
  readonly onHeight: (height: SheetHeight) => void;
  readonly children: ReactNode;
  /** In thumb reach, e.g. 登记. */
  readonly foot?: ReactNode;
}

const HEIGHT_KEYS = { peek: 'map.sheetPeek', half: 'map.sheetHalf', full: 'map.sheetFull' } as const;

export function BottomSheet({ height, onHeight, children, foot }: BottomSheetProps) {
  const { t } = useTranslation();
  const { sheet, dragged, handlers } = useDrag(onHeight);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowUp') onHeight(neighbour(height, 1));
    else if (event.key === 'ArrowDown') onHeight(neighbour(height, -1));
    else return;
    event.preventDefault();
  };
  const share = dragged ?? SHEET_SHARE[height];
  return (
    <section
      ref={sheet}
      className="qh-sheet"
      data-dragging={dragged !== null}
      data-height={height}
      style={{ height: `${share * 100}%` }}
      aria-label={t('map.sheet')}
    >
      <div className="qh-sheet-top">
        <button
          type="button"
          className="qh-sheet-step"
          aria-label={t('map.sheetLower')}
          disabled={height === 'peek'}
          onClick={() => onHeight(neighbour(height, -1))}
        >
          <Chevron down />
        </button>
        <div
          className="qh-sheet-handle"
          role="slider"
          tabIndex={0}
          aria-orientation="vertical"
          aria-label={t('map.sheetHandle')}
          aria-valuemin={0}
          aria-valuemax={2}
          aria-valuenow={SHEET_HEIGHTS.indexOf(height)}
          aria-valuetext={t(HEIGHT_KEYS[height])}
          onKeyDown={onKeyDown}
          {...handlers}
        >
          <span />
        </div>
        <button
          type="button"
          className="qh-sheet-step"
          aria-label={t('map.sheetRaise')}
          disabled={height === 'full'}
          onClick={() => onHeight(neighbour(height, 1))}
        >
          <Chevron down={false} />
        </button>
      </div>
      <div className="qh-sheet-body">{children}</div>
      {foot === undefined ? null : <div className="qh-sheet-foot">{foot}</div>}
    </section>
  );
}

function Chevron({ down }: { readonly down: boolean }) {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={down ? 'M4 7 10 13 16 7' : 'M4 13 10 7 16 13'} fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}

interface Drag {
  readonly y: number;
  readonly at: number;
  readonly share: number;
}

/** Follows a finger on the handle; nothing is decided before it lets go. */
function useDrag(onHeight: (height: SheetHeight) => void) {
  const sheet = useRef<HTMLElement>(null);
  const last = useRef<Drag | null>(null);
  const speed = useRef(0);
  const [dragged, setDragged] = useState<number | null>(null);
  const space = () => sheet.current?.parentElement?.clientHeight ?? 1;
  const onPointerDown = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = { y: event.clientY, at: event.timeStamp, share: (sheet.current?.clientHeight ?? 0) / space() };
    speed.current = 0;
  };
  const onPointerMove = (event: PointerEvent) => {
    const before = last.current;
    if (!before) return;
    const step = (before.y - event.clientY) / space();
    const share = Math.min(0.97, Math.max(0.1, before.share + step));
    speed.current = step / Math.max(1, event.timeStamp - before.at);
    last.current = { y: event.clientY, at: event.timeStamp, share };
    setDragged(share);
  };
  const onPointerUp = () => {
    if (last.current && dragged !== null) onHeight(settle(last.current.share, speed.current));
    last.current = null;
    setDragged(null);
  };
  return { sheet, dragged, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp } };
}
