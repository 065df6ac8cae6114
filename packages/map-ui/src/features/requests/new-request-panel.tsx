// Owns registering a call: place, what is open there, kind, words, who called, and the one button. Refuses a screen
// session: the app does not offer it there, and the server would not take it.
import { Button, Input, Select } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import type { RequestWholeFragment } from '#api/gql/graphql';
import { TextAction } from '#ui/control';
import { SectionHeading } from '#ui/page';
import { RowsSkeleton } from '#ui/state';
import { CallerFields } from './caller-fields.tsx';
import { EntrancePicker } from './entrance-picker.tsx';
import { Choices, Field } from './field.tsx';
import { type MessageReading, PasteBox } from './paste-box.tsx';
import { PlaceHeader } from './place-header.tsx';
import { rememberRequest, useCategories, usePlaces, useSimilar } from './request-data.ts';
import { useServerNow } from './server-now.ts';
import { SimilarRequests } from './similar-requests.tsx';
import { useRegistration } from './use-registration.ts';
import { usePreset } from './use-preset.ts';
import { useClockWords } from './clock-words.ts';
import { WaitingNote } from './waiting-note.tsx';
import './requests.css';

/** Props of `NewRequestPanel`. */
export interface NewRequestPanelProps {
  /** Community code. */
  readonly community: string;
  /** The account's name: what waits for the network belongs to it. */
  readonly username: string;
  /** Opaque ids from the map's selection; an entrance is taken, a building narrows the choice. */
  readonly preset?: { readonly entrance?: string | null; readonly building?: string | null };
  /** Shows a request: the new one, the joined one, or a similar one. */
  readonly onOpen: (requestId: string) => void;
  readonly onClose: () => void;
}

const KINDS = ['URGENT', 'HARD', 'WORRY'] as const;

export function NewRequestPanel({ community, username, preset = {}, onOpen, onClose }: NewRequestPanelProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useServerNow();
  const places = usePlaces(community);
  const categories = useCategories(community);
  const [callerOpen, setCallerOpen] = useState(false);
  const [building, setBuilding] = useState(preset.building ?? null);
  const categoryName = (code: string) => categories?.find((each) => each.code === code)?.name ?? code;
  const onSaved = useCallback((request: RequestWholeFragment) => onOpen(request.id), [onOpen]);
  const form = useRegistration({ community, username, categoryName, onSaved });
  const { draft, change, error, state } = form;
  usePreset(preset, places, draft.place, (place) => change({ place }));
  const similar = useSimilar(community, draft.place?.id ?? null, draft.category);
  const locked = state !== 'open';
  const category = categories?.find(({ code }) => code === draft.category);
  const messageOf = (field: string) => (error?.field === field ? error.message : null);
  const onRead = (reading: MessageReading) => {
    const place = places?.find(({ id }) => id === reading.entrance?.id);
    setBuilding(reading.building?.id ?? null);
    if (reading.door !== null || reading.phone !== null) setCallerOpen(true);
    change({
      text: reading.text,
      ...(place ? { place } : reading.building && { place: null }),
      ...(reading.category && { category: reading.category.code }),
      ...(reading.kind && { kind: reading.kind }),
      ...(reading.door !== null && { door: reading.door }),
      ...(reading.phone !== null && { callerPhone: reading.phone }),
    });
  };
  if (!places || !categories) return <RowsSkeleton rows={4} />;
  return (
    <form
      className="qh-new-request"
      aria-label={t('requests.newTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <SectionHeading title={t('requests.newTitle')} end={<TextAction text={t('requests.close')} onAction={onClose} />} />
      <WaitingNote form={form} onOpen={onOpen} />
      <PasteBox community={community} disabled={locked} onRead={onRead} />
      {draft.place ? (
        <PlaceHeader place={draft.place} openCount={similar.openCount} onChange={locked ? null : () => change({ place: null })} />
      ) : (
        <EntrancePicker places={places} building={building} error={messageOf('entrance')} disabled={locked} onPick={(place) => change({ place })} />
      )}
      <SimilarRequests
        same={similar.same}
        others={similar.others}
        now={now}
        caller={draft}
        onOpen={onOpen}
        onJoined={(request) => {
          rememberRequest(request);
          onOpen(request.id);
        }}
      />
      <Field label={t('requests.category')} error={messageOf('category')}>
        {(ids) => (
          <Select
            {...ids}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('requests.chooseCategory')}
            disabled={locked}
            value={draft.category}
            onChange={(code: string) => change({ category: code, kind: null })}
            options={categories.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
      </Field>
      <Choices label={t('requests.kind')} options={KINDS.map((value) => ({ value, text: t(`requests.kind${value}`) }))} value={draft.kind ?? category?.kind ?? null} disabled={locked} onChange={(kind) => change({ kind })} />
      <Field label={t('requests.words')} error={messageOf('text')} hint={t('requests.wordsHint')}>
        {(ids) => (
          <div className="qh-words">
            <Input.TextArea {...ids} autoSize={{ minRows: 2, maxRows: 8 }} disabled={locked} value={draft.text} onChange={(event) => change({ text: event.target.value })} />
            <span className="qh-words-at">{t('requests.callAt', { time: formats.time(now) })}</span>
          </div>
        )}
      </Field>
      {callerOpen ? <CallerFields value={draft} onChange={change} error={error} disabled={locked} /> : <TextAction text={t('requests.addCaller')} disabled={locked} onAction={() => setCallerOpen(true)} />}
      {category ? <NormLine kind={t(`requests.kind${draft.kind ?? category.kind}`)} category={category} worker={draft.place?.worker ?? null} /> : null}
      <div className="qh-request-foot">
        {error !== null && !SHOWN_BESIDE.has(error.field ?? '') ? <p className="qh-field-note" data-invalid role="alert">{error.message}</p> : null}
        {state === 'waiting' ? (
          <Button type="primary" size="large" block onClick={form.next}>{t('requests.registerNext')}</Button>
        ) : (
          <Button type="primary" size="large" block htmlType="submit" loading={state === 'sending'} data-testid="register">{state === 'sending' ? t('requests.registering') : t('requests.register')}</Button>
        )}
      </div>
    </form>
  );
}

const SHOWN_BESIDE: ReadonlySet<string> = new Set(['entrance', 'category', 'text', 'callerName', 'callerPhone', 'door']);

interface NormLineProps {
  readonly kind: string;
  readonly category: { readonly respondMinutes: number | null; readonly finishMinutes: number; readonly workingTime: boolean };
  readonly worker: string | null;
}

/** 急事:15分钟内响应,24小时内办结;同时通知 周岚 */
function NormLine({ kind, category, worker }: NormLineProps) {
  const { t } = useTranslation();
  const { length } = useClockWords();
  const parts = [
    ...(category.respondMinutes === null ? [] : [t('requests.normRespond', { time: length(category.respondMinutes) })]),
    t(category.workingTime ? 'requests.normFinishWorking' : 'requests.normFinish', { time: length(category.finishMinutes) }),
    ...(worker === null ? [] : [t('requests.alsoTold', { name: worker })]),
  ];
  return <p className="qh-request-note">{[kind, ...parts].join(' · ')}</p>;
}
