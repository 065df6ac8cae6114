// Owns one import in the making: files, answers, what the server sees in them, what was refused and where. Keeps
// everything a person entered whatever fails. Refuses to save what was not seen: the fingerprint is of the last preview.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, execute, newClientEventId, queryClient } from '#api/client';
import type { ImportBuildingsMutation } from '#api/gql/graphql';
import { type Answers, NO_ANSWERS, type OutlineAnswer, outlineAnswerFor, toInput, withoutTables } from './answers.ts';
import { ImportBuildings, type Preview, PreviewImport } from './import-documents.ts';
import { useFiles } from './use-files.ts';

/** A sentence and the field it belongs to, e.g. `input.answers.gridCount`; null: the whole. */
export interface Refused {
  readonly message: string;
  readonly path: string | null;
}

/** What was saved. */
export type Imported = Extract<ImportBuildingsMutation['result'], { __typename: 'ImportDone' }>;

const SETTLE_MS = 400;

export function useImport(community: string) {
  const { t } = useTranslation();
  const { files, add, remove } = useFiles();
  const [answers, setAnswers] = useState<Answers>(NO_ANSWERS);
  const [outlineAnswer, setOutlineAnswer] = useState<OutlineAnswer>(null);
  const [seen, setSeen] = useState<Preview | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState<'preview' | 'import' | null>(null);
  const [imported, setImported] = useState<Imported | null>(null);
  const uploads = files.flatMap(({ upload }) => (upload === null ? [] : [upload]));
  // Without files there is nothing to see, whatever was seen before.
  const preview = uploads.length === 0 ? null : seen;
  const input = { community, uploads, answers: toInput(answers) };
  const asked = JSON.stringify(input);
  const eventId = useRef({ of: '', id: '' });
  const failed = (error: unknown) =>
    setRefused({
      message: error instanceof ApiError && error.message !== '' ? error.message : t('errors.noAnswer'),
      path: error instanceof ApiError ? error.field : null,
    });

  const look = async (signal?: AbortSignal) => {
    setBusy('preview');
    try {
      const { result } = await execute(PreviewImport, { input }, signal);
      if (result.__typename === 'Refusal') return setRefused({ message: result.message, path: result.path ?? null });
      setRefused(null);
      setSeen(result);
      setOutlineAnswer((before) => outlineAnswerFor(before, preview?.outline, result.outline));
      setAnswers((before) =>
        withoutTables(
          before,
          result.tables.map(({ name }) => name),
        ),
      );
    } catch (error) {
      if (signal?.aborted !== true) failed(error);
    } finally {
      if (signal?.aborted !== true) setBusy(null);
    }
  };

  // Looks again whenever files or answers change; answers are typed, so it waits until they settle.
  const lookAgain = useEffectEvent((signal: AbortSignal) => {
    if (uploads.length > 0) void look(signal);
  });
  useEffect(() => {
    const stopped = new AbortController();
    const timer = setTimeout(() => lookAgain(stopped.signal), SETTLE_MS);
    return () => {
      clearTimeout(timer);
      stopped.abort();
    };
  }, [asked]);

  const save = async () => {
    if (!preview) return;
    setBusy('import');
    const acceptOutline = preview.outlineProposed && outlineAnswer === 'ACCEPTED';
    const of = `${asked} ${preview.fingerprint} ${acceptOutline}`;
    if (eventId.current.of !== of) eventId.current = { of, id: newClientEventId() };
    try {
      const { result } = await execute(ImportBuildings, {
        input: { ...input, fingerprint: preview.fingerprint, acceptOutline, clientEventId: eventId.current.id },
      });
      if (result.__typename === 'Refusal') {
        setRefused({ message: result.message, path: result.path ?? null });
        // Somebody else imported meanwhile: what is shown is out of date.
        if (result.code === 'STALE') await look();
        return;
      }
      setRefused(null);
      setImported(result);
      await queryClient.invalidateQueries();
    } catch (error) {
      failed(error);
    } finally {
      setBusy(null);
    }
  };
  return {
    files,
    add,
    remove,
    answers,
    setAnswers,
    outlineAnswer,
    setOutlineAnswer,
    preview,
    refused,
    busy,
    imported,
    save,
  };
}

/** State of one import. */
export type Import = ReturnType<typeof useImport>;
