// Owns sending one file to `PUT /uploads`, with progress and a way to stop. Refuses to read it: the server does.

/** An upload under way. */
export interface RunningUpload {
  /** Opaque id; rejects with the server's sentence, or an empty one when nobody answered or it was stopped. */
  readonly done: Promise<string>;
  readonly stop: () => void;
}

/** @param onShare told the share sent, 0 to 1 */
export function uploadFile(file: File, onShare: (share: number) => void): RunningUpload {
  // fetch cannot tell how much was sent.
  const request = new XMLHttpRequest();
  const done = new Promise<string>((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total));
    request.addEventListener('load', () => {
      const { upload, message } = answerOf(request);
      if (request.status < 300 && upload !== undefined) resolve(upload);
      else reject(new Error(message ?? ''));
    });
    for (const end of ['error', 'abort', 'timeout'] as const)
      request.addEventListener(end, () => reject(new Error('')));
    request.open('PUT', `/uploads?name=${encodeURIComponent(file.name)}`);
    request.send(file);
  });
  return { done, stop: () => request.abort() };
}

function answerOf({ responseText }: XMLHttpRequest): { readonly upload?: string; readonly message?: string } {
  try {
    const answer: unknown = JSON.parse(responseText);
    return typeof answer === 'object' && answer !== null ? answer : {};
  } catch {
    return {};
  }
}
