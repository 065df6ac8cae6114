// Owns the drawing of the marks in cells and legend. Refuses to choose one: door-appearance.ts does.
import type { MarkName } from './door-appearance.ts';

const PATHS: Readonly<Record<MarkName, string>> = {
  tick: 'M2.5 8.5 6.5 12.5 13.5 4',
  dash: 'M3 8H13',
  flag: 'M4 14V2.5H13L10.5 5.75 13 9H4',
  cross: 'M4 4 12 12M12 4 4 12',
  ring: 'M8 3.2A4.8 4.8 0 1 0 8 12.8 4.8 4.8 0 1 0 8 3.2Z',
  alarm: 'M8 2V9.5M8 12.2V14.4',
};

export function DoorMark({ name }: { readonly name: MarkName }) {
  return (
    <svg className="qh-door-mark" data-mark={name} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
