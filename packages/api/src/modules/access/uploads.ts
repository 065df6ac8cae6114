// PUT /uploads: a raw stream becomes an upload id that one mutation of the same account may use.
import { Router } from 'express';
import type { Actor } from '#platform/actor';
import type { Database } from '#platform/database/database';
import { AppError } from '#platform/errors';
import type { FileStore, StoredFile } from '#platform/files/file-store';
import { sessionToken } from '#platform/http/session-cookie';
import { decodeId, encodeId, newId } from '#platform/ids';
import { Upload } from './access.entity.ts';

/** What the browser called the file; never a path. */
function nameOf(given: unknown): string {
  return typeof given === 'string' && given !== '' ? given.slice(0, 200) : 'file';
}

const MAX_BYTES = 32 * 1024 * 1024;

export class Uploads {
  readonly #database: Database;
  readonly #files: FileStore;

  constructor(database: Database, files: FileStore) {
    this.#database = database;
    this.#files = files;
  }

  /**
   * @param path where the upload's id stands in the input
   * @throws AppError BAD_ID, UPLOAD_NOT_FOUND when it is another account's
   */
  async take(actor: Actor, uploadId: string, path: string): Promise<StoredFile & { readonly name: string }> {
    const { id } = decodeId(uploadId, 'Upload', path);
    const upload = await this.#database.writeGlobal((em) => em.findOne(Upload, { id, accountId: actor.accountId }));
    if (!upload) throw new AppError('UPLOAD_NOT_FOUND', {}, path);
    return { sha256: upload.sha256, bytes: upload.bytes, name: upload.name };
  }

  /** `PUT /uploads?name=…` → `{"upload": "<id>"}`; needs a session that may write. */
  route(actorOf: (token: string | null) => Promise<Actor | null>, secureCookie: boolean): Router {
    const router = Router();
    router.put('/uploads', async (request, response) => {
      const actor = await actorOf(sessionToken(request.headers, secureCookie));
      if (!actor) throw new AppError('UNAUTHENTICATED');
      if (actor.screen) throw new AppError('SCREEN_READ_ONLY');
      const name = nameOf(request.query['name']);
      const stored = await this.#files.put(request, MAX_BYTES);
      const id = newId();
      await this.#database.writeGlobal(async (em) => {
        em.persist(
          em.create(Upload, {
            id,
            accountId: actor.accountId,
            name,
            bytes: stored.bytes,
            sha256: stored.sha256,
            createdAt: new Date(),
          }),
        );
      });
      response.status(201).json({ upload: encodeId('Upload', null, id) });
    });
    return router;
  }
}
