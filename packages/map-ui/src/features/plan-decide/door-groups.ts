// Owns the 换网格名册: units that change grid, a group a building, in the order of doors the server gives. Pure.
import type { DoorMove } from './plan-documents.ts';

/** Units of one building that change grid. */
export interface DoorGroup {
  readonly building: string;
  readonly moves: readonly DoorMove[];
  readonly households: number;
  readonly dailyCareDoors: number;
  readonly openRequests: number;
}

/** Buildings in the order in which their first unit comes. O(moves) */
export function doorGroups(moves: readonly DoorMove[]): DoorGroup[] {
  const byBuilding = Map.groupBy(moves, ({ buildingName }) => buildingName);
  const sum = (list: readonly DoorMove[], of: (move: DoorMove) => number) =>
    list.reduce((total, move) => total + of(move), 0);
  return [...byBuilding].map(([building, list]) => ({
    building,
    moves: list,
    households: sum(list, ({ households }) => households),
    dailyCareDoors: sum(list, ({ dailyCareDoors }) => dailyCareDoors),
    openRequests: sum(list, ({ openRequests }) => openRequests),
  }));
}
