// Owns one attempt to change the session: waiting, refused, failed. Refuses to know which.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from './failure-text.ts';

/** Outcome of a mutation: a refusal's sentence beside its field, or nothing. */
export interface Refused {
  readonly message: string;
  readonly path: string | null;
}

/** `run` does the work and returns a refusal or null. */
export function useAccessAction<Input extends readonly unknown[]>(work: (...input: Input) => Promise<Refused | null>) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const run = async (...input: Input) => {
    setBusy(true);
    setRefused(null);
    try {
      setRefused(await work(...input));
    } catch (error) {
      setRefused({ message: failureText(error, t), path: null });
    } finally {
      setBusy(false);
    }
  };
  return { busy, refused, run };
}
