// Scalars of the contract: instants, days, GeoJSON out, whole numbers beyond 32 bits.
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { Spliced } from './splice.ts';

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** @returns null when the text is no instant between 1970 and 2100 or has no offset */
export function parseInstant(text: string): Date | null {
  const match = INSTANT.exec(text);
  if (!match || !isCalendarDay(match) || Number(match[4]) > 23 || Number(match[5]) > 59) return null;
  const instant = new Date(text);
  const year = instant.getUTCFullYear();
  return year >= 1970 && year <= 2100 ? instant : null;
}

function isCalendarDay(match: RegExpExecArray): boolean {
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function invalidTime(value: unknown, node: ValueNode | null): GraphQLError {
  return new GraphQLError('INVALID_TIME', {
    nodes: node,
    extensions: { code: 'INVALID_TIME', params: { value: String(value).slice(0, 40) } },
  });
}

export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant, ISO 8601 with offset; written in UTC.',
  serialize: (value) => (value instanceof Date ? value : new Date(Number(value))).toISOString(),
  parseValue: (value) => readInstant(value, null),
  parseLiteral: (node) => readInstant(textOf(node), node),
});

function readInstant(value: unknown, node: ValueNode | null): Date {
  const instant = typeof value === 'string' ? parseInstant(value) : null;
  if (!instant) throw invalidTime(value, node);
  return instant;
}

export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar day of the community, YYYY-MM-DD.',
  serialize: String,
  parseValue: (value) => readDay(value, null),
  parseLiteral: (node) => readDay(textOf(node), node),
});

function readDay(value: unknown, node: ValueNode | null): string {
  const match = typeof value === 'string' ? DAY.exec(value) : null;
  if (!match || !isCalendarDay(match)) throw invalidTime(value, node);
  return match[0];
}

function textOf(node: ValueNode): unknown {
  return node.kind === Kind.STRING ? node.value : undefined;
}

/** GeoJSON leaves as stored text, spliced into the response unparsed; objects are serialised as they are. */
function geoJson(name: string, description: string): GraphQLScalarType {
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => (typeof value === 'string' ? new Spliced(value) : value),
    parseValue: () => {
      throw new GraphQLError(`${name} is output only`);
    },
  });
}

export const GeometryScalar = geoJson(
  'Geometry',
  'GeoJSON geometry (RFC 7946), WGS 84 longitude, latitude, 7 decimals.',
);
export const FeatureCollectionScalar = geoJson(
  'FeatureCollection',
  'GeoJSON FeatureCollection (RFC 7946); every feature has a numeric id = mapId.',
);

export const SequenceScalar = new GraphQLScalarType<number, number>({
  name: 'Sequence',
  description: 'A whole number up to 2^53.',
  serialize: Number,
  parseValue: (value) => {
    if (!Number.isSafeInteger(value)) throw new GraphQLError('not a whole number');
    return value as number;
  },
});
