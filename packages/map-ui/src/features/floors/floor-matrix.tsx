// Owns the grid of doors: one tab stop, arrows inside, a finger that means the nearest due door. Refuses sending.
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { marksOf, stateOf } from './door-appearance.ts';
import { deedOfKey, type KeyDeed } from './door-keys.ts';
import type { FloorRow } from './door-layout.ts';
import { DoorMark } from './door-mark.tsx';
import type { FloorDoor } from './door.types.ts';
import { nearestDue } from './nearest-due.ts';

/** Props of `FloorMatrix`. */
export interface FloorMatrixProps {
  /** Read out as the grid's name. */
  readonly label: string;
  readonly rows: readonly FloorRow[];
  readonly selected: string | null;
  /** Doors ticked for one common outcome. */
  readonly ticked: ReadonlySet<string>;
  readonly onSelect: (door: FloorDoor) => void;
  /** Marking and opening by key. */
  readonly onDeed: (deed: Exclude<KeyDeed, { readonly kind: 'go' }>) => void;
}

export function FloorMatrix({ label, rows, selected, ticked, onSelect, onDeed }: FloorMatrixProps) {
  const { t } = useTranslation();
  const grid = useRef<HTMLDivElement>(null);
  const fingered = useRef(false);
  const tappedBefore = useRef<string | null>(null);
  const columns = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const stop = selected ?? rows.flatMap(({ cells }) => cells).find((door) => door !== null)?.id ?? null;
  useEffect(() => {
    if (grid.current?.contains(document.activeElement)) {
      grid.current.querySelector<HTMLElement>('[aria-selected="true"]')?.focus({ preventScroll: false });
    }
  }, [selected]);
  const onKeyDown = (event: KeyboardEvent) => {
    const deed = deedOfKey(rows, selected, event);
    if (deed === null) return;
    event.preventDefault();
    if (deed.kind === 'go') onSelect(deed.door);
    else onDeed(deed);
  };
  const onPick = (door: FloorDoor, cell: HTMLElement) => {
    const row = cell.parentElement;
    const size = { width: cell.offsetWidth, height: row?.offsetHeight ?? cell.offsetHeight };
    onSelect(fingered.current ? nearestDue(rows, door, tappedBefore.current, size) : door);
    tappedBefore.current = door.id;
    fingered.current = false;
  };
  return (
    <div
      ref={grid}
      className="qh-floors"
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-rowcount={rows.length}
      style={{ '--doors': columns } as CSSProperties}
      onKeyDown={onKeyDown}
      onPointerDown={(event: PointerEvent) => {
        fingered.current = event.pointerType === 'touch' || event.pointerType === 'pen';
      }}
    >
      {rows.map(({ floor, cells }) => (
        <div key={floor} className="qh-floor" role="row">
          <span
            className="qh-floor-label"
            role="rowheader"
            data-overdue={cells.some((door) => door?.duty === 'OVERDUE')}
          >
            {t('visits.floor', { floor })}
          </span>
          {cells.map((door, column) =>
            door === null ? (
              <span key={`gap-${column}`} className="qh-door-gap" aria-hidden="true" />
            ) : (
              <DoorCell
                key={door.id}
                door={door}
                selected={door.id === selected}
                ticked={ticked.has(door.id)}
                stop={door.id === stop}
                onPick={onPick}
              />
            ),
          )}
        </div>
      ))}
    </div>
  );
}

interface DoorCellProps {
  readonly door: FloorDoor;
  readonly selected: boolean;
  readonly ticked: boolean;
  readonly stop: boolean;
  readonly onPick: (door: FloorDoor, cell: HTMLElement) => void;
}

function DoorCell({ door, selected, ticked, stop, onPick }: DoorCellProps) {
  const { t } = useTranslation();
  const name = door.label ?? t('visits.doorAt', { floor: door.floor, position: door.position });
  const owed = door.duty === 'OVERDUE' && door.look !== 'NOT_VISITED';
  return (
    <button
      type="button"
      role="gridcell"
      className="qh-door"
      data-look={door.look}
      data-duty={door.duty}
      data-ticked={ticked}
      aria-selected={selected}
      aria-label={`${name}, ${owed ? `${t(`visits.look${door.look}`)}, ` : ''}${t(`visits.state${stateOf(door)}`)}`}
      tabIndex={stop ? 0 : -1}
      onClick={(event) => onPick(door, event.currentTarget)}
    >
      <span className="qh-door-label">{door.label ?? ''}</span>
      <span className="qh-door-marks">
        {marksOf(door).map((mark) => (
          <DoorMark key={mark} name={mark} />
        ))}
      </span>
    </button>
  );
}
