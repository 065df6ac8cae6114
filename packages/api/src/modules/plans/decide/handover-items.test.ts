// What passes, from whom and to whom, and who keeps answering meanwhile; and the order of doors.
import { describe, expect, it } from 'vitest';
import { inDoorOrder } from './door-order.ts';
import { handoverItems, type MovedEntrance } from './handover-items.ts';

const moved = (change: Partial<MovedEntrance> = {}): MovedEntrance => ({
  entranceId: 'e',
  fromGridId: 'g1',
  toGridId: 'g2',
  households: 12,
  responsibleId: 'old',
  held: false,
  openRequests: [],
  ...change,
});
const workers = new Map([['g2', 'new']]);

describe('hand-over items', () => {
  it('are one of doors for an entrance and one for each open request', () => {
    const openRequests = [
      { requestId: 'r1', responsibleId: 'helper' },
      { requestId: 'r2', responsibleId: null },
    ];
    expect(handoverItems([moved({ openRequests })], workers)).toEqual([
      {
        kind: 'DOORS',
        entranceId: 'e',
        requestId: null,
        fromGridId: 'g1',
        toGridId: 'g2',
        fromPersonId: 'old',
        toPersonId: 'new',
        keeps: true,
      },
      expect.objectContaining({ kind: 'REQUEST', requestId: 'r1', fromPersonId: 'helper', toPersonId: 'new' }),
      expect.objectContaining({ kind: 'REQUEST', requestId: 'r2', fromPersonId: 'old', keeps: false }),
    ]);
  });

  it('leave an entrance with whoever holds it by name, and one without anybody to the new worker', () => {
    expect(handoverItems([moved({ held: true })], workers)).toMatchObject([{ keeps: false, fromPersonId: 'old' }]);
    expect(handoverItems([moved({ responsibleId: null })], workers)).toMatchObject([
      { keeps: false, fromPersonId: null },
    ]);
  });

  it('do not exist where nobody lives and nothing is open, and never without a receiver', () => {
    expect(handoverItems([moved({ households: 0 })], new Map())).toEqual([]);
    const openRequests = [{ requestId: 'r1', responsibleId: 'old' }];
    expect(handoverItems([moved({ households: 0, openRequests })], workers).map(({ kind }) => kind)).toEqual([
      'REQUEST',
    ]);
    expect(() => handoverItems([moved()], new Map())).toThrow(RangeError);
  });
});

it('doors stand in the order of their numbers', () => {
  const place = (buildingNumber: string, entranceNumber: string) => ({ buildingNumber, entranceNumber });
  const sorted = inDoorOrder([place('10', '1'), place('9', '11'), place('9', '2'), place('A2', '1'), place('2', '1')]);
  expect(sorted.map(({ buildingNumber, entranceNumber }) => `${buildingNumber}-${entranceNumber}`)).toEqual([
    '2-1',
    '9-2',
    '9-11',
    '10-1',
    'A2-1',
  ]);
});
