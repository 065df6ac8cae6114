// Owns sending one file of a plan to `PUT /uploads`. Refuses to read it: the server does.
import { languageHeader } from '#api/client';

/**
 * @returns the upload's id
 * @throws Error with the server's sentence, or with none when nobody answered
 */
export async function uploadPlanFile(file: File): Promise<string> {
  const response = await fetch(`/uploads?name=${encodeURIComponent(file.name)}`, {
    method: 'PUT',
    body: file,
    headers: languageHeader(),
    credentials: 'same-origin',
  });
  const answer: unknown = await response.json().catch(() => null);
  const { upload, message } = (answer ?? {}) as { readonly upload?: string; readonly message?: string };
  if (!response.ok || upload === undefined) throw new Error(message ?? '');
  return upload;
}
