// Holds the history to one line a move and one true stamp a stage, also after sending back and reopening.
import { expect, it } from 'vitest';
import type { StageName } from '#ui/stage';
import { historyLines, stageStamps, type StepFacts } from './request-history.ts';

let count = 0;
const step = (
  action: string | null,
  from: StageName | null,
  to: StageName,
  at: string,
  note: string | null = null,
): StepFacts => ({ id: `s${++count}`, action, from, to, at, actor: null, note });
const DISPATCH = [
  step('DISPATCH', 'REPORTED', 'ACCEPTED', '10:04'),
  step('DISPATCH', 'ACCEPTED', 'FILED', '10:04'),
  step('DISPATCH', 'FILED', 'DISPATCHED', '10:04', 'hurry'),
];
const STORY = [
  step(null, null, 'REPORTED', '10:01'),
  step('JOIN', 'REPORTED', 'REPORTED', '10:02'),
  step('JOIN', 'REPORTED', 'REPORTED', '10:02'),
  ...DISPATCH,
  step('TAKE', 'DISPATCHED', 'DISPATCHED', '10:06'),
  step('TAKE', 'DISPATCHED', 'IN_PROGRESS', '10:06'),
  step('ARRIVE', 'IN_PROGRESS', 'IN_PROGRESS', '10:14'),
  step('FINISH', 'IN_PROGRESS', 'IN_PROGRESS', '10:40'),
  step('FINISH', 'IN_PROGRESS', 'REPORTED_BACK', '10:40'),
  step('CLOSE', 'REPORTED_BACK', 'REPORTED_BACK', '10:50'),
  step('CLOSE', 'REPORTED_BACK', 'CLOSED', '10:50'),
];

it('reads as seven lines, each caller one', () => {
  expect(historyLines(STORY).map(({ action, to }) => [action, to])).toEqual([
    ['REPORT', 'REPORTED'],
    ['JOIN', 'REPORTED'],
    ['JOIN', 'REPORTED'],
    ['DISPATCH', 'DISPATCHED'],
    ['TAKE', 'IN_PROGRESS'],
    ['ARRIVE', 'IN_PROGRESS'],
    ['FINISH', 'REPORTED_BACK'],
    ['CLOSE', 'CLOSED'],
  ]);
  expect(historyLines(STORY).find(({ action }) => action === 'DISPATCH')?.note).toBe('hurry');
  expect(historyLines(STORY).at(-1)?.residentsWord).toBe(true);
  expect(historyLines([step('CLOSE', 'VERIFIED', 'CLOSED', '11:00')])[0]?.residentsWord).toBe(false);
});

it('stamps every stage that was passed', () => {
  expect(stageStamps(STORY, 'CLOSED')).toEqual({
    REPORTED: '10:01',
    ACCEPTED: '10:04',
    FILED: '10:04',
    DISPATCHED: '10:04',
    IN_PROGRESS: '10:06',
    REPORTED_BACK: '10:40',
    CLOSED: '10:50',
  });
});

it('takes back the stamp of what was sent back', () => {
  const back = [...STORY.slice(0, -2), step('START', 'REPORTED_BACK', 'IN_PROGRESS', '10:55')];
  expect(stageStamps(back, 'IN_PROGRESS')).toEqual({
    REPORTED: '10:01',
    ACCEPTED: '10:04',
    FILED: '10:04',
    DISPATCHED: '10:04',
    IN_PROGRESS: '10:55',
  });
});

it('begins anew when reopened, and keeps the first report', () => {
  const again = [...STORY, step('REOPEN', 'CLOSED', 'CLOSED', '12:00'), step('REOPEN', 'CLOSED', 'ACCEPTED', '12:00')];
  expect(stageStamps(again, 'ACCEPTED')).toEqual({ REPORTED: '10:01', ACCEPTED: '12:00' });
});
