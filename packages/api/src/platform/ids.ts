// Identities: UUIDv7 made here, opaque outside. An id names its type and community, so a stray one is caught early.
import { uuidv7 } from 'uuidv7';
import { AppError } from './errors.ts';

/** Every type that `node(id)` and ID arguments know, with its letter in the encoded form. */
const LETTERS = {
  Community: 'c',
  Grid: 'g',
  Building: 'b',
  Entrance: 'e',
  Door: 'd',
  Person: 'p',
  Organization: 'o',
  ServiceRequest: 'r',
  Visit: 'v',
  Session: 's',
  Upload: 'u',
  Photo: 'f',
  Step: 't',
  WorkOrder: 'w',
  ContactRead: 'k',
  Plan: 'n',
  PlanLock: 'q',
  PlanExemption: 'x',
  PlanComment: 'm',
  PlanSuggestions: 'j',
  Handover: 'h',
} as const;

export type IdType = keyof typeof LETTERS;

export interface DecodedId {
  readonly type: IdType;
  readonly communityId: string;
  readonly id: string;
}

const TYPES = new Map(Object.entries(LETTERS).map(([type, letter]) => [letter as string, type as IdType]));
const NONE = '00000000-0000-0000-0000-000000000000';

export function newId(): string {
  return uuidv7();
}

/** Opaque id of 44 characters: type letter, then community and own uuid in base64url. */
export function encodeId(type: IdType, communityId: string | null, id: string): string {
  const bytes = Buffer.from((communityId ?? NONE).replaceAll('-', '') + id.replaceAll('-', ''), 'hex');
  return LETTERS[type] + bytes.toString('base64url');
}

/**
 * @param path where the id stands in the caller's arguments, e.g. `input.entrance`
 * @throws AppError BAD_ID when it is not an id of the expected type
 */
export function decodeId(text: string, expected: IdType | readonly IdType[], path: string): DecodedId {
  const type = TYPES.get(text.charAt(0));
  const bytes = Buffer.from(text.slice(1), 'base64url');
  const allowed = typeof expected === 'string' ? [expected] : expected;
  if (!type || !allowed.includes(type) || bytes.length !== 32 || bytes.toString('base64url') !== text.slice(1)) {
    throw new AppError('BAD_ID', { expected: allowed.join(' | ') }, path);
  }
  const hex = bytes.toString('hex');
  return { type, communityId: toUuid(hex.slice(0, 32)), id: toUuid(hex.slice(32)) };
}

/** All types, for `node(id)`. */
export const ALL_ID_TYPES = Object.keys(LETTERS) as IdType[];

function toUuid(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Type of an encoded id by its first letter; undefined for a stray text. */
export function idTypeOf(text: string): IdType | undefined {
  return TYPES.get(text.charAt(0));
}
