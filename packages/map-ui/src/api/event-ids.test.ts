// Checks that a repetition keeps its id and a change does not.
import { expect, it } from 'vitest';
import { createEventIds } from './event-ids.ts';

it('keeps the id of the same body, and takes a new one for another', () => {
  let made = 0;
  const idFor = createEventIds(() => `e${++made}`);
  expect([idFor({ crew: 2 }), idFor({ crew: 2 }), idFor({ crew: 3 }), idFor({ crew: 2 })]).toEqual([
    'e1',
    'e1',
    'e2',
    'e3',
  ]);
});
