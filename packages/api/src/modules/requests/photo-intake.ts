// Owns turning uploads into photos that may be kept: upright, at most 2048 px, without EXIF (places, devices, times).
// Refuses what is not a JPEG, PNG or WebP, whatever its name says.
import sharp from 'sharp';
import type { Actor } from '#platform/actor';
import { AppError } from '#platform/errors';
import type { FileStore } from '#platform/files/file-store';
import type { Uploads } from '#modules/access';
import type { StoredPhoto } from './request-rows.ts';

const FORMATS: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp']);
const MAX_SIDE_PIXELS = 2_048;
const MAX_INPUT_PIXELS = 60_000_000;
const MAX_PHOTOS = 8;

export interface PhotoInput {
  /** Opaque id of an upload. */
  readonly upload: string;
  readonly phase: 'BEFORE' | 'AFTER';
}

export class PhotoIntake {
  readonly #uploads: Uploads;
  readonly #files: FileStore;

  constructor(uploads: Uploads, files: FileStore) {
    this.#uploads = uploads;
    this.#files = files;
  }

  /** One after the other: two cores serve everybody. @throws AppError UPLOAD_NOT_FOUND, NOT_AN_IMAGE, BAD_USER_INPUT above 8 */
  async take(actor: Actor, photos: readonly PhotoInput[]): Promise<readonly StoredPhoto[]> {
    if (photos.length > MAX_PHOTOS) throw new AppError('BAD_USER_INPUT', {}, 'input.photos');
    const stored: StoredPhoto[] = [];
    for (const [index, photo] of photos.entries()) {
      const path = `input.photos[${index}].upload`;
      const upload = await this.#uploads.take(actor, photo.upload, path);
      const { sha256 } = await this.#files.putBytes(await plainPhoto(await this.#files.read(upload.sha256), path));
      stored.push({ sha256, phase: photo.phase });
    }
    return stored;
  }
}

/** JPEG without metadata. @param path where the upload stands in the input @throws AppError NOT_AN_IMAGE */
async function plainPhoto(bytes: Uint8Array, path: string): Promise<Buffer> {
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_INPUT_PIXELS });
    const { format } = await image.metadata();
    if (!FORMATS.has(format)) throw new RangeError(`format ${format}`);
    // rotate() without an angle turns by the EXIF orientation; output carries no metadata unless asked to.
    return await image
      .rotate()
      .resize({ width: MAX_SIDE_PIXELS, height: MAX_SIDE_PIXELS, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer();
  } catch {
    throw new AppError('NOT_AN_IMAGE', {}, path);
  }
}
