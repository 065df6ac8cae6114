// Owns turning what a person answered into what the dry run takes. Refuses anything it does not know by name: an answer
// that silently did nothing would be worse than a fault.
import { z } from 'zod';
import { AppError } from '#platform/errors';
import { DATUMS, type Datum } from './datum.ts';
import { DOMAIN_FIELDS, TABLE_ROLES } from './field-mapping.ts';
import type { ImportAnswers } from './preview.ts';

/** Answers as the contract has them. */
export interface AnswersInput {
  readonly datum?: Datum | null;
  readonly epsg?: number | null;
  readonly encoding?: string | null;
  readonly gridCount?: number | null;
  readonly mapping?: string | null;
}

const MAX_MAPPING_CHARACTERS = 50_000;
const MAX_GRIDS = 999;

const datumAnswer = z.strictObject({ datum: z.enum(DATUMS), epsg: z.int().min(1).max(999_999).optional() });
const column = z.string().min(1).max(200).nullable();
const tableAnswer = z.strictObject({
  role: z.enum(TABLE_ROLES).optional(),
  datum: z.union([z.enum(DATUMS).transform((datum) => ({ datum })), datumAnswer]).optional(),
  encoding: z.string().min(1).max(40).optional(),
  fields: z.partialRecord(z.enum(DOMAIN_FIELDS), column).optional(),
});
const mappingAnswer = z.record(z.string().min(1).max(300), tableAnswer);

/**
 * The answers for the dry run; absent ones stay absent, so that the fingerprint does not depend on how they were left out.
 * @throws AppError BAD_USER_INPUT with the path of the answer
 */
export function readAnswers(input: AnswersInput | null | undefined): ImportAnswers {
  const { datum, epsg, encoding, mapping } = input ?? {};
  if (epsg != null && datum !== 'PROJECTED') throw new AppError('BAD_USER_INPUT', {}, 'input.answers.epsg');
  return {
    ...(datum ? { datum: { datum, ...(epsg == null ? {} : { epsg }) } } : {}),
    ...(encoding ? { encoding: encoding.slice(0, 40) } : {}),
    ...(mapping ? { mapping: readMapping(mapping) } : {}),
  };
}

/** The number of grids asked for, or null. @throws AppError BAD_USER_INPUT */
export function readGridCount(input: AnswersInput | null | undefined): number | null {
  const count = input?.gridCount ?? null;
  if (count !== null && (count < 1 || count > MAX_GRIDS))
    throw new AppError('BAD_USER_INPUT', {}, 'input.answers.gridCount');
  return count;
}

function readMapping(text: string): NonNullable<ImportAnswers['mapping']> {
  const path = 'input.answers.mapping';
  if (text.length > MAX_MAPPING_CHARACTERS) throw new AppError('TOO_LONG', { max: MAX_MAPPING_CHARACTERS }, path);
  const parsed = mappingAnswer.safeParse(jsonOf(text, path));
  if (parsed.success) return parsed.data as NonNullable<ImportAnswers['mapping']>;
  throw new AppError('BAD_USER_INPUT', {}, [path, ...(parsed.error.issues[0]?.path ?? []).map(String)].join('.'));
}

function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AppError('BAD_USER_INPUT', {}, path);
  }
}
