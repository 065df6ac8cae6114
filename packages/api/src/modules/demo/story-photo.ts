// Owns the two pictures of the sewage story: drawn shapes, stored like any upload of the acting login.
// Refuses photographs: no home is shown, and none exists.
import sharp from 'sharp';
import type { Actor } from '#platform/actor';
import type { Database } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import type { FileStore } from '#platform/files/file-store';
import { encodeId, newId } from '#platform/ids';

export type PhotoPhase = 'BEFORE' | 'AFTER';

const DROPS = [180, 260, 340, 420, 500, 580]
  .map((x, i) => `<circle cx="${x}" cy="${400 + (i % 2) * 34}" r="14" fill="#6b7f86"/>`)
  .join('');
const WATER = {
  BEFORE: `<rect x="60" y="360" width="680" height="120" rx="40" fill="#8a9a94"/>${DROPS}`,
  AFTER: '<path d="M120 420 h560" stroke="#c9c2b4" stroke-width="6"/>',
};

/** A pipe, with and without water around it. */
function drawing(phase: PhotoPhase): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="#efe9dd"/>
    <path d="M140 120 h300 v240" fill="none" stroke="#4a5a63" stroke-width="56" stroke-linejoin="round"/>${WATER[phase]}
    <rect x="20" y="20" width="760" height="560" fill="none" stroke="#b8442f" stroke-width="6" stroke-dasharray="18 12"/></svg>`;
}

/** @returns opaque id of an upload of `actor`, for one mutation */
export async function uploadDrawing(
  {
    database,
    files,
    communityId,
  }: { readonly database: Database; readonly files: FileStore; readonly communityId: string },
  actor: Actor,
  phase: PhotoPhase,
  now: Date,
): Promise<string> {
  const stored = await files.putBytes(
    await sharp(Buffer.from(drawing(phase)))
      .jpeg({ quality: 80 })
      .toBuffer(),
  );
  const id = newId();
  await database.write({ scope: SYSTEM, communityId, actorId: actor.accountId, now }, (tx) =>
    tx.execute(sql`
    insert into uploads (id, account_id, name, bytes, sha256, created_at)
    values (${id}::uuid, ${actor.accountId}::uuid, ${`demo-${phase.toLowerCase()}.jpg`}, ${stored.bytes}::int, ${stored.sha256}, ${now.toISOString()}::timestamptz)`),
  );
  return encodeId('Upload', null, id);
}
