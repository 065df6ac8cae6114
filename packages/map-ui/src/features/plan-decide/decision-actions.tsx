// Owns what the viewer may decide about a plan now, as the server lists it: submit, approve, send back, date, take the date back, abandon.
import { Button, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Community } from '#api/community';
import { serverNow } from '#api/server-clock';
import { can, type Viewer } from '#api/viewer';
import { TextAction } from '#ui/control';
import { AppointWorkers } from './appoint-workers.tsx';
import { dayAfter, dayOf } from './community-day.ts';
import { AbandonPlan, ActivatePlan, type DecidedPlan, ReviewPlan, SubmitPlan, WithdrawPlan } from './plan-documents.ts';
import { type Decision, useDecision } from './use-decision.ts';

/** Props of `DecisionActions`. */
export interface DecisionActionsProps {
  readonly plan: Pick<DecidedPlan, 'id' | 'version' | 'acts' | 'grids'>;
  readonly community: Pick<Community, 'code' | 'timeZone'>;
  readonly viewer: Viewer;
}

type PartProps = DecisionActionsProps & { readonly decision: Decision };

const DECISIONS = ['SUBMIT', 'APPROVE', 'SEND_BACK', 'ACTIVATE', 'WITHDRAW', 'ABANDON'] as const;

export function DecisionActions({ plan, community, viewer }: DecisionActionsProps) {
  const decision = useDecision();
  const may = new Set(plan.acts);
  const parts = { plan, community, viewer, decision };
  if (!DECISIONS.some((act) => may.has(act))) return null;
  return (
    <section className="qh-decide">
      {may.has('SUBMIT') ? <Submit {...parts} /> : null}
      {may.has('APPROVE') || may.has('SEND_BACK') ? <Review {...parts} /> : null}
      {may.has('ACTIVATE') && can(viewer, 'appoint-workers') ? (
        <AppointWorkers community={community.code} grids={plan.grids} decision={decision} />
      ) : null}
      {may.has('ACTIVATE') ? <Activate {...parts} /> : null}
      {may.has('WITHDRAW') ? <Withdraw {...parts} /> : null}
      {may.has('ABANDON') ? <Abandon {...parts} /> : null}
      {decision.refusal === null ? null : (
        <p role="alert" className="qh-decide-refusal">
          {decision.refusal}
        </p>
      )}
    </section>
  );
}

const named = ({ id, version }: PartProps['plan']) => ({ plan: id, version });
const noteOf = (note: string) => (note.trim() === '' ? {} : { note: note.trim() });

interface NoteInputProps {
  readonly value: string;
  readonly onChange: (note: string) => void;
  readonly label?: string;
  readonly max?: number;
}

function NoteInput(props: NoteInputProps) {
  const { t } = useTranslation();
  const label = props.label ?? t('planDecide.note');
  return (
    <Input.TextArea
      aria-label={label}
      placeholder={label}
      autoSize={{ minRows: 1, maxRows: 4 }}
      maxLength={props.max ?? 1000}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}

function Submit({ plan, decision }: PartProps) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  return (
    <div className="qh-decide-row">
      <NoteInput value={note} onChange={setNote} />
      <Button
        type="primary"
        loading={decision.busy}
        data-testid="submit-plan"
        onClick={() => void decision.send(SubmitPlan, { ...named(plan), ...noteOf(note) })}
      >
        {t('planDecide.submit')}
      </Button>
    </div>
  );
}

function Review({ plan, decision }: PartProps) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const [lacksNote, setLacksNote] = useState(false);
  const answer = (verdict: 'APPROVE' | 'SEND_BACK') => {
    // Whoever has to change it must know what.
    const lacks = verdict === 'SEND_BACK' && note.trim() === '';
    setLacksNote(lacks);
    if (!lacks) void decision.send(ReviewPlan, { ...named(plan), decision: verdict, ...noteOf(note) });
  };
  return (
    <div className="qh-decide-row">
      <NoteInput value={note} onChange={setNote} />
      {plan.acts.includes('SEND_BACK') ? (
        <Button disabled={decision.busy} onClick={() => answer('SEND_BACK')} data-testid="send-back">
          {t('planDecide.sendBack')}
        </Button>
      ) : null}
      {plan.acts.includes('APPROVE') ? (
        <Button type="primary" loading={decision.busy} onClick={() => answer('APPROVE')} data-testid="approve-plan">
          {t('planDecide.approve')}
        </Button>
      ) : null}
      {lacksNote ? <p role="alert">{t('planDecide.sendBackNeedsNote')}</p> : null}
    </div>
  );
}

function Activate({ plan, community, decision }: PartProps) {
  const { t } = useTranslation();
  const tomorrow = dayAfter(dayOf(serverNow(), community.timeZone));
  const [on, setOn] = useState(tomorrow);
  return (
    <div className="qh-decide-row">
      <label htmlFor="plan-force-day">{t('planDecide.forceDay')}</label>
      <DatePicker
        id="plan-force-day"
        allowClear={false}
        showNow={false}
        inputReadOnly
        value={dayjs(on)}
        minDate={dayjs(tomorrow)}
        onChange={(day) => day && setOn(day.format('YYYY-MM-DD'))}
      />
      <Button
        type="primary"
        loading={decision.busy}
        data-testid="activate-plan"
        onClick={() => void decision.send(ActivatePlan, { ...named(plan), on })}
      >
        {t('planDecide.activate')}
      </Button>
    </div>
  );
}

/** Workers may know of the day already: they read why it no longer holds. */
function Withdraw({ plan, decision }: PartProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const [note, setNote] = useState('');
  const [lacksNote, setLacksNote] = useState(false);
  if (!asked) return <TextAction text={t('planDecide.withdraw')} onAction={() => setAsked(true)} />;
  const withdraw = () => {
    const lacks = note.trim() === '';
    setLacksNote(lacks);
    if (!lacks) void decision.send(WithdrawPlan, { ...named(plan), note: note.trim() });
  };
  return (
    <div className="qh-decide-row">
      <p>{t('planDecide.withdrawAsk')}</p>
      <NoteInput label={t('planDecide.withdrawNote')} max={200} value={note} onChange={setNote} />
      <Button loading={decision.busy} data-testid="withdraw-plan" onClick={withdraw}>
        {t('planDecide.withdraw')}
      </Button>
      <TextAction text={t('planDecide.keepDay')} onAction={() => setAsked(false)} />
      {lacksNote ? <p role="alert">{t('planDecide.withdrawNeedsNote')}</p> : null}
    </div>
  );
}

/** Asks once more on the spot: nothing brings an abandoned plan back but a copy. */
function Abandon({ plan, decision }: PartProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  if (!asked) return <TextAction text={t('planDecide.abandon')} onAction={() => setAsked(true)} />;
  return (
    <div className="qh-decide-row">
      <span>{t('planDecide.abandonAsk')}</span>
      <Button danger={false} disabled={decision.busy} onClick={() => void decision.send(AbandonPlan, named(plan))}>
        {t('planDecide.abandon')}
      </Button>
      <TextAction text={t('planDecide.keep')} onAction={() => setAsked(false)} />
    </div>
  );
}
