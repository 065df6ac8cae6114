// Owns the form of a call in its order: place, what is open there, matter and kind, words, caller, the one button.
// Refuses to send by itself: use-registration.ts keeps the draft and what waits.
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestCategoriesQuery, RequestWholeFragment } from '#api/gql/graphql';
import { useServerNow } from '#api/server-clock';
import { TextAction } from '#ui/control';
import { SectionHeading } from '#ui/page';
import { CallerFields } from './caller-fields.tsx';
import { EntrancePicker } from './entrance-picker.tsx';
import { FormFoot } from './form-foot.tsx';
import { MatterFields } from './matter-fields.tsx';
import { draftOf } from './message-draft.ts';
import type { NewRequestPanelProps } from './new-request-panel.tsx';
import { type MessageReading, PasteBox } from './paste-box.tsx';
import { PlaceHeader } from './place-header.tsx';
import { type PlaceChoice, rememberRequest, useSimilar } from './request-data.ts';
import { SimilarRequests } from './similar-requests.tsx';
import { usePreset } from './use-preset.ts';
import { useRegistration } from './use-registration.ts';
import { WaitingNote } from './waiting-note.tsx';

/** Props of `RequestForm`. */
export interface RequestFormProps extends Required<NewRequestPanelProps> {
  readonly places: readonly PlaceChoice[];
  readonly categories: RequestCategoriesQuery['categories'];
}

const TICK_MS = 1_000;

export function RequestForm({ community, username, preset, places, categories, onOpen, onClose }: RequestFormProps) {
  const { t } = useTranslation();
  const now = useServerNow(TICK_MS);
  const [open, setOpen] = useState({ paste: false, caller: Boolean(preset.door) });
  const [building, setBuilding] = useState(preset.building ?? null);
  const categoryName = (code: string) => categories.find((each) => each.code === code)?.name ?? code;
  const onSaved = useCallback((request: RequestWholeFragment) => onOpen(request.id), [onOpen]);
  const form = useRegistration({ community, username, door: preset.door ?? '', categoryName, onSaved });
  const { draft, change, error } = form;
  usePreset(preset, places, draft.place, (place) => change({ place }));
  const similar = useSimilar(community, draft.place?.id ?? null, draft.category);
  const locked = form.state !== 'open';
  const onRead = (reading: MessageReading) => {
    setBuilding(reading.building?.id ?? null);
    if (reading.door !== null || reading.phone !== null) setOpen((before) => ({ ...before, caller: true }));
    change(draftOf(reading, places));
  };
  const onJoined = (request: RequestWholeFragment) => {
    rememberRequest(request);
    onOpen(request.id);
  };
  return (
    <form
      className="qh-new-request"
      aria-label={t('requests.newTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <SectionHeading
        title={t('requests.newTitle')}
        end={
          <span className="qh-heading-actions">
            {open.paste ? null : (
              <TextAction
                text={t('requests.paste')}
                disabled={locked}
                onAction={() => setOpen({ ...open, paste: true })}
              />
            )}
            <TextAction text={t('requests.close')} onAction={onClose} />
          </span>
        }
      />
      <WaitingNote form={form} onOpen={onOpen} />
      {open.paste ? <PasteBox community={community} disabled={locked} onRead={onRead} /> : null}
      {draft.place ? (
        <PlaceHeader
          place={draft.place}
          openCount={similar.openCount}
          onChange={locked ? null : () => change({ place: null, ...(draft.door === preset.door && { door: '' }) })}
        />
      ) : (
        <EntrancePicker
          places={places}
          building={building}
          error={error?.field === 'entrance' ? error.message : null}
          disabled={locked}
          onPick={(place) => change({ place })}
        />
      )}
      <SimilarRequests
        same={similar.same}
        others={similar.others}
        now={now}
        caller={draft}
        onOpen={onOpen}
        onJoined={onJoined}
      />
      <MatterFields categories={categories} draft={draft} error={error} locked={locked} now={now} onChange={change} />
      {open.caller ? (
        <CallerFields value={draft} onChange={change} error={error} disabled={locked} />
      ) : (
        <TextAction
          text={t('requests.addCaller')}
          disabled={locked}
          onAction={() => setOpen({ ...open, caller: true })}
        />
      )}
      <FormFoot form={form} categories={categories} />
    </form>
  );
}
