// Owns what has to pass from one worker to another when a plan comes in force: doors of each moved entrance, and each
// request open there. Pure. Refuses to decide who is responsible: that was asked of people before.

/** One moved entrance, as of the instant at which the plan comes in force. Ids are uuids. */
export interface MovedEntrance {
  readonly entranceId: string;
  readonly fromGridId: string;
  readonly toGridId: string;
  readonly households: number;
  /** Whoever answers for it until then; null when nobody does. */
  readonly responsibleId: string | null;
  /** That person holds the entrance or its building, not the grid: the plan does not take it from them. */
  readonly held: boolean;
  readonly openRequests: readonly { readonly requestId: string; readonly responsibleId: string | null }[];
}

export interface HandoverItem {
  readonly kind: 'DOORS' | 'REQUEST';
  readonly entranceId: string;
  readonly requestId: string | null;
  readonly fromGridId: string;
  readonly toGridId: string;
  readonly fromPersonId: string | null;
  readonly toPersonId: string;
  /** The old worker goes on answering for the entrance by a duty of their own, until the item is accepted. */
  readonly keeps: boolean;
}

/**
 * Items in the order of `moved`, doors before requests.
 * @param workerOf the worker of each grid when the plan comes in force
 * @throws RangeError when a grid that receives something has no worker: the caller has refused that before
 */
export function handoverItems(
  moved: readonly MovedEntrance[],
  workerOf: ReadonlyMap<string, string>,
): readonly HandoverItem[] {
  return moved.flatMap((entrance) => {
    const { entranceId, fromGridId, toGridId, households, responsibleId, held, openRequests } = entrance;
    if (households === 0 && openRequests.length === 0) return [];
    const toPersonId = workerOf.get(toGridId);
    if (toPersonId === undefined) throw new RangeError(`nobody receives ${entranceId}`);
    const place = { entranceId, fromGridId, toGridId, toPersonId };
    const doors: HandoverItem[] =
      households > 0
        ? [
            {
              ...place,
              kind: 'DOORS',
              requestId: null,
              fromPersonId: responsibleId,
              keeps: !held && responsibleId !== null,
            },
          ]
        : [];
    return [
      ...doors,
      ...openRequests.map(({ requestId, responsibleId: own }) => ({
        ...place,
        kind: 'REQUEST' as const,
        requestId,
        fromPersonId: own ?? responsibleId,
        keeps: false,
      })),
    ];
  });
}
