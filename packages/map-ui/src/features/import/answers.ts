// Owns what a person answered and how it is sent. Pure. Refuses to answer for them: what was not chosen is left out, the
// datum above all.
import type { Datum, ImportAnswersInput, ImportRole } from '#api/gql/graphql';

/** Roles a person can give a table; IGNORED leaves it out. */
export type RoleAnswer = ImportRole | 'IGNORED';

/** Answers about one table. */
export interface TableAnswers {
  readonly role?: RoleAnswer;
  /** Column by meaning; null: deliberately none. */
  readonly fields?: Readonly<Record<string, string | null>>;
}

/** What a person says to an outline that was proposed; null: nothing yet. */
export type OutlineAnswer = 'ACCEPTED' | 'DECLINED' | null;

/** An answer holds for the outline it was given to; another one is another question. */
export function outlineAnswerFor(before: OutlineAnswer, seen: unknown, now: unknown): OutlineAnswer {
  return before === 'ACCEPTED' && JSON.stringify(seen) !== JSON.stringify(now) ? null : before;
}

/** Everything answered so far. */
export interface Answers {
  readonly datum: Datum | null;
  /** With PROJECTED, for files that do not name their projection. */
  readonly epsg: number | null;
  readonly encoding: string | null;
  readonly gridCount: number | null;
  readonly tables: Readonly<Record<string, TableAnswers>>;
}

export const NO_ANSWERS: Answers = { datum: null, epsg: null, encoding: null, gridCount: null, tables: {} };

/** Meanings a column can have, by the role of its table; the contract's names. */
export const FIELDS: Readonly<Record<RoleAnswer, readonly string[]>> = {
  BUILDINGS: ['id', 'name', 'number', 'aliases', 'use', 'floors', 'households'],
  ENTRANCES: ['id', 'building', 'entrance', 'floors', 'dwellings', 'households', 'residents', 'longitude', 'latitude'],
  HOUSEHOLDS: ['id', 'building', 'entrance', 'dwellings', 'households', 'residents', 'longitude', 'latitude'],
  BARRIERS: ['name', 'barrierKind'],
  OUTLINE: ['name'],
  IGNORED: [],
};

/** The answers as the contract takes them; nothing answered is nothing sent. */
export function toInput(answers: Answers): ImportAnswersInput {
  const { datum, epsg, encoding, gridCount, tables } = answers;
  const mapping = Object.keys(tables).length === 0 ? null : JSON.stringify(tables);
  return {
    ...(datum === null ? {} : { datum }),
    ...(datum === 'PROJECTED' && epsg !== null ? { epsg } : {}),
    ...(encoding === null ? {} : { encoding }),
    ...(gridCount === null ? {} : { gridCount }),
    ...(mapping === null ? {} : { mapping }),
  };
}

/** With another role of a table; its columns are proposed anew by the server. */
export function withRole(answers: Answers, table: string, role: RoleAnswer): Answers {
  return { ...answers, tables: { ...answers.tables, [table]: { ...answers.tables[table], role } } };
}

/** With another column for one meaning; null: none. */
export function withField(answers: Answers, table: string, field: string, column: string | null): Answers {
  const before = answers.tables[table];
  return {
    ...answers,
    tables: { ...answers.tables, [table]: { ...before, fields: { ...before?.fields, [field]: column } } },
  };
}

/** Answers to tables that are still there: a removed file must not be spoken about. */
export function withoutTables(answers: Answers, present: readonly string[]): Answers {
  const kept = Object.entries(answers.tables).filter(([name]) => present.includes(name));
  return kept.length === Object.keys(answers.tables).length
    ? answers
    : { ...answers, tables: Object.fromEntries(kept) };
}

/** The server's JSON of columns by meaning; unreadable text is no mapping. */
export function readMapping(text: string): Readonly<Record<string, string | null>> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, string | null>) : {};
  } catch {
    return {};
  }
}

/** Errors before warnings, each in the order they came. */
export function errorsFirst<Fault extends { readonly severity: string }>(faults: readonly Fault[]): Fault[] {
  return faults.toSorted((a, b) => Number(b.severity === 'ERROR') - Number(a.severity === 'ERROR'));
}
