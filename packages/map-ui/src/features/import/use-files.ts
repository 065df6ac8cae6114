// Owns the files chosen: sent one after another as they come, stopped, removed. Refuses their content.
import { useCallback, useRef, useState } from 'react';
import { type RunningUpload, uploadFile } from './upload-file.ts';

/** A file on its way or there. */
export interface ChosenFile {
  readonly key: number;
  readonly name: string;
  readonly bytes: number;
  /** Share sent, 0 to 1. */
  readonly share: number;
  /** Opaque upload id once it is there. */
  readonly upload: string | null;
  /** Why it is not there: a sentence, or empty when nobody answered. */
  readonly failure: string | null;
}

/** Files and what can be done with them. */
export interface Files {
  readonly files: readonly ChosenFile[];
  readonly add: (file: File) => void;
  /** Stops it when it is under way. */
  readonly remove: (key: number) => void;
}

export function useFiles(): Files {
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const running = useRef(new Map<number, RunningUpload>());
  const next = useRef(0);
  const change = useCallback(
    (key: number, patch: Partial<ChosenFile>) =>
      setFiles((before) => before.map((file) => (file.key === key ? { ...file, ...patch } : file))),
    [],
  );
  const add = useCallback(
    (file: File) => {
      const key = (next.current += 1);
      // The same name again replaces: two files of one name cannot be told apart in the answers.
      setFiles((before) => [
        ...before.filter(({ name }) => name !== file.name),
        { key, name: file.name, bytes: file.size, share: 0, upload: null, failure: null },
      ]);
      const upload = uploadFile(file, (share) => change(key, { share }));
      running.current.set(key, upload);
      upload.done
        .then((id) => change(key, { upload: id, share: 1 }))
        .catch((error: unknown) => change(key, { failure: error instanceof Error ? error.message : '' }))
        .finally(() => running.current.delete(key));
    },
    [change],
  );
  const remove = useCallback((key: number) => {
    running.current.get(key)?.stop();
    setFiles((before) => before.filter((file) => file.key !== key));
  }, []);
  return { files, add, remove };
}
