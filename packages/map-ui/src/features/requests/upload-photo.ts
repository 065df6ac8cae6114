// Owns sending one photo to `PUT /uploads`. Refuses to touch it: the server turns it upright and removes where and when it
// was taken.

/** A photo chosen on this device. */
export interface PickedPhoto {
  /** Opaque upload id. */
  readonly upload: string;
  readonly phase: 'BEFORE' | 'AFTER';
  /** `blob:` address of the preview; revoke it when the form closes. */
  readonly preview: string;
}

/** What the photo input takes; phones turn HEIC into JPEG because of it. */
export const PHOTO_TYPES = 'image/jpeg,image/png,image/webp';

/**
 * @returns the upload's id
 * @throws Error with the server's sentence, or with none when nobody answered
 */
export async function uploadPhoto(file: File): Promise<string> {
  const response = await fetch(`/uploads?name=${encodeURIComponent(file.name)}`, {
    method: 'PUT',
    body: file,
    credentials: 'same-origin',
  });
  const answer: unknown = await response.json().catch(() => null);
  const { upload, errors } = (answer ?? {}) as { upload?: string; errors?: readonly { readonly message?: string }[] };
  if (!response.ok || upload === undefined) throw new Error(errors?.[0]?.message ?? '');
  return upload;
}
