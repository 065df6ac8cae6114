// Folding of frames: snapshot, changes, heartbeat, and a resume that repeats what was told.
import { describe, expect, it } from 'vitest';
import { EVENTS_KEPT, foldFrame, type LiveEvent, type LiveFrame, NOTHING_KNOWN } from './live-frames.ts';
import { frame, cell, event } from './live-fixture.ts';

const fold = (frames: readonly LiveFrame[]) =>
  frames.reduce(
    ({ knowledge, told }, each) => {
      const step = foldFrame(knowledge, each);
      return { knowledge: step.knowledge, told: [...told, ...step.fresh] };
    },
    { knowledge: NOTHING_KNOWN, told: [] as LiveEvent[] },
  );
const values = (knowledge: ReturnType<typeof fold>['knowledge']) =>
  Object.fromEntries([...knowledge.areas].map(([mapId, { figures }]) => [mapId, figures[0]?.value]));

describe('frames', () => {
  it('a snapshot, then changes: only the named areas change', () => {
    const { knowledge } = fold([
      frame({ kind: 'SNAPSHOT', seq: 10, cells: [cell(1, 0.5), cell(2, 1.5)] }),
      frame({ kind: 'CHANGES', seq: 11, cells: [cell(2, 1.8)] }),
    ]);
    expect(values(knowledge)).toEqual({ 1: 0.5, 2: 1.8 });
    expect(knowledge.seq).toBe(11);
    expect(knowledge.cursor).toBe('c11');
  });

  it('a heartbeat moves the clock and keeps the areas as they are, the same object', () => {
    const before = fold([frame({ kind: 'SNAPSHOT', seq: 10, cells: [cell(1, 0.5)] })]).knowledge;
    const { knowledge } = foldFrame(before, frame({ kind: 'HEARTBEAT', seq: 10, asOf: '2026-07-07T10:00:04Z' }));
    expect(knowledge.areas).toBe(before.areas);
    expect(knowledge.asOf).toBe('2026-07-07T10:00:04Z');
  });

  it('a resume tells what was missed once, even where frames overlap', () => {
    const { told, knowledge } = fold([
      frame({ kind: 'SNAPSHOT', seq: 10, cells: [cell(1, 0)] }),
      frame({ kind: 'CHANGES', seq: 12, events: [event(11), event(12)] }),
      frame({ kind: 'CHANGES', seq: 14, cells: [cell(1, 2)], events: [event(12), event(13), event(14)] }),
    ]);
    expect(told.map(({ seq }) => seq)).toEqual([11, 12, 13, 14]);
    expect(values(knowledge)).toEqual({ 1: 2 });
  });

  it('a snapshot drops areas that are gone', () => {
    const { knowledge } = fold([
      frame({ kind: 'SNAPSHOT', seq: 10, cells: [cell(1, 0), cell(2, 0)] }),
      frame({ kind: 'SNAPSHOT', seq: 12, cells: [cell(2, 3)] }),
    ]);
    expect(values(knowledge)).toEqual({ 2: 3 });
  });

  it('a snapshot of a younger log starts the count again', () => {
    const { knowledge, told } = fold([
      frame({ kind: 'SNAPSHOT', seq: 900 }),
      frame({ kind: 'SNAPSHOT', seq: 3 }),
      frame({ kind: 'CHANGES', seq: 4, events: [event(4)] }),
    ]);
    expect(knowledge.seq).toBe(4);
    expect(told.map(({ seq }) => seq)).toEqual([4]);
  });

  it('keeps a bounded tail of events', () => {
    const many = Array.from({ length: EVENTS_KEPT + 30 }, (_, i) => event(i + 1));
    const { knowledge } = fold([frame({ kind: 'CHANGES', seq: many.length, events: many })]);
    expect(knowledge.events).toHaveLength(EVENTS_KEPT);
    expect(knowledge.events.at(-1)?.seq).toBe(many.length);
  });
});
