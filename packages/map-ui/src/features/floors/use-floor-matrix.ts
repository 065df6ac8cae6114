// Owns the matrix as data: asked once, asked again when someone knocks at this entrance, with unsent marks laid over it.
import { useEffect, useMemo } from 'react';
import { refresh, useData } from '#api/client';
import { subscribeFrames } from '#api/live-store';
import { FLOOR_MATRIX } from './floor-documents.ts';
import type { FloorMatrixQuery } from '#api/gql/graphql';
import type { FloorDoor } from './door.types.ts';
import { type FloorRow, layOutDoors } from './door-layout.ts';
import { useUnsentMarks } from './visit-sending.ts';
import { type UnsentMarks, withUnsent } from './unsent-marks.ts';

const NOTHING: UnsentMarks = new Map();
const KNOCKS = /^(visit|care)\./;

/** The matrix with its doors as they are shown. */
export interface FloorsView {
  readonly matrix: FloorMatrixQuery['floorMatrix'];
  /** With unsent marks laid over them. */
  readonly doors: readonly FloorDoor[];
  readonly rows: readonly FloorRow[];
  /** Doors whose marks have not reached the server. */
  readonly waiting: number;
}

/** Where the floors are looked at, and by whom. */
export interface FloorsQuestion {
  readonly community: string;
  readonly username: string;
  readonly entrance: string;
  /** ISO 8601 for a day gone by; null is live. */
  readonly asOf: string | null;
}

export function useFloorMatrix({ community, username, entrance, asOf }: FloorsQuestion) {
  const answer = useData(FLOOR_MATRIX, { entrance, asOf }, asOf === null ? { refetchMs: 60_000 } : {});
  useEffect(() => {
    if (asOf !== null) return undefined;
    return subscribeFrames(({ frame, fresh }) => {
      // Before a snapshot there may be a gap: what happened in it is not told.
      const touched = fresh.some((event) => event.entrance === entrance && KNOCKS.test(event.kind));
      if (touched || frame.kind === 'SNAPSHOT') void refresh(FLOOR_MATRIX);
    });
  }, [asOf, entrance]);
  const { marks, waiting } = useUnsentMarks(community, username);
  const matrix = answer.data?.floorMatrix;
  const doors = useMemo(
    () => withUnsent(matrix?.doors ?? [], asOf === null ? marks : NOTHING),
    [matrix?.doors, marks, asOf],
  );
  const rows = useMemo(() => layOutDoors(doors, matrix?.floors ?? 0), [doors, matrix?.floors]);
  const view: FloorsView | null = matrix ? { matrix, doors, rows, waiting } : null;
  return { answer, view };
}
