// Holds that a door goes with its own entrance only.
import { expect, it } from 'vitest';
import { doorInHand, holdDoor } from './door-in-hand.ts';

it('is known at its entrance and nowhere else, until it is put down', () => {
  holdDoor({ entrance: 'e1', door: '1701' });
  expect([doorInHand('e1'), doorInHand('e2'), doorInHand(null)]).toEqual(['1701', null, null]);
  holdDoor(null);
  expect(doorInHand('e1')).toBeNull();
});
