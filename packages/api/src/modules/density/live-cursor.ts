// Where a subscriber stopped reading: opaque outside, bound to its community.
import { AppError } from '#platform/errors';

export interface LiveCursor {
  readonly seq: number;
  readonly asOfMs: number;
}

export function writeCursor(communityId: string, seq: number, asOf: Date): string {
  return Buffer.from(`${communityId}:${seq}:${asOf.getTime()}`).toString('base64url');
}

/** @throws AppError BAD_CURSOR when it is not ours or of another community */
export function readCursor(communityId: string, text: string): LiveCursor {
  const match = /^([0-9a-f-]{36}):(\d{1,16}):(\d{1,15})$/.exec(Buffer.from(text, 'base64url').toString('utf8'));
  if (!match || match[1] !== communityId) throw new AppError('BAD_CURSOR', {}, 'after');
  return { seq: Number(match[2]), asOfMs: Number(match[3]) };
}
