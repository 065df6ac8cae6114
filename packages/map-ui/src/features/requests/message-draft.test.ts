// Checks that a pasted message proposes and never empties.
import { expect, it } from 'vitest';
import { draftOf } from './message-draft.ts';

const PLACE = {
  id: 'e1',
  name: '9栋2单元',
  number: '2',
  buildingId: 'b9',
  buildingNumber: '9',
  buildingName: '9栋',
  gridNumber: 7,
  worker: null,
  households: 70,
};
const NOTHING = {
  entrance: null,
  building: null,
  door: null,
  category: null,
  kind: null,
  text: 'hello',
  phone: null,
  evidence: [],
};

it('changes only the text where nothing else was read', () => {
  expect(draftOf(NOTHING, [PLACE])).toEqual({ text: 'hello' });
});

it('proposes place, door, matter, kind and phone', () => {
  const reading = {
    ...NOTHING,
    entrance: { id: 'e1', name: '9栋2单元' },
    door: '602',
    category: { code: 'SEWAGE', name: 's' },
    kind: 'URGENT' as const,
    phone: '13800138000',
  };
  expect(draftOf(reading, [PLACE])).toEqual({
    text: 'hello',
    place: PLACE,
    door: '602',
    category: 'SEWAGE',
    kind: 'URGENT',
    callerPhone: '13800138000',
  });
});

it('asks for the entrance of a building that was read alone', () => {
  expect(draftOf({ ...NOTHING, building: { id: 'b9', number: '9', name: '9栋' } }, [PLACE])).toEqual({
    text: 'hello',
    place: null,
  });
});
