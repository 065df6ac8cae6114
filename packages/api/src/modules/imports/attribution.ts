// Owns whom a source obliges us to name on the map. Refuses to drop a licence because a converter lost its text:
// a column that only OpenStreetMap has is evidence too.
import type { SourceTable } from './source-table.ts';

const OPENSTREETMAP = '© OpenStreetMap contributors';
const osmColumns = new Set(['osm_id', 'osm_way_id', 'osm_type', '@id']);

/** The credit a table asks for, or null when it names nobody we know. */
export function attributionOf({
  notice,
  fields,
  kind,
}: Pick<SourceTable, 'notice' | 'fields' | 'kind'>): string | null {
  if (/openstreetmap|\bodbl\b/i.test(notice ?? '')) return OPENSTREETMAP;
  // A table of rows only refers to shapes of another file, which speaks for itself.
  return kind === 'features' && fields.some(({ name }) => osmColumns.has(name.toLowerCase())) ? OPENSTREETMAP : null;
}

/** Credits in order, each once; null for none. */
export function joinAttributions(credits: readonly (string | null)[]): string | null {
  const parts = credits.flatMap((credit) => credit?.split('; ') ?? []);
  return parts.length === 0 ? null : [...new Set(parts)].join('; ');
}
