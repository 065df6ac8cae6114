// Owns what people said about a plan, each remark pinned to a grid or to the whole plan; resolving one keeps it.
import { Button, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Community, findPlace, type Places, usePlaces } from '#api/community';
import { useFormats } from '#i18n/index';
import { TextAction } from '#ui/control';
import { CommentPlan, type DecidedPlan, type PlanComment, ResolvePlanComment } from './plan-documents.ts';
import { useDecision } from './use-decision.ts';

/** Props of `CommentList`. */
export interface CommentListProps {
  readonly plan: Pick<DecidedPlan, 'id' | 'acts' | 'comments'>;
  readonly community: Pick<Community, 'code'>;
  /** Where a new remark is pinned at first, e.g. the entrance selected on the map. */
  readonly pin?: { readonly grid?: number; readonly entrance?: string };
}

export function CommentList({ plan, community, pin }: CommentListProps) {
  const { t } = useTranslation();
  const places = usePlaces(community.code);
  const may = plan.acts.includes('COMMENT');
  const open = plan.comments.toSorted((one, other) => Number(one.resolved) - Number(other.resolved));
  return (
    <div className="qh-comments">
      {plan.comments.length === 0 ? <p className="qh-quiet">{t('planDecide.noComments')}</p> : null}
      <ul>
        {open.map((comment) => (
          <CommentRow key={comment.id} comment={comment} plan={plan.id} may={may} places={places} />
        ))}
      </ul>
      {may ? <NewComment plan={plan.id} places={places} pin={pin ?? {}} /> : null}
    </div>
  );
}

interface RowProps {
  readonly comment: PlanComment;
  readonly plan: string;
  readonly may: boolean;
  readonly places: Places | null;
}

function CommentRow({ comment, plan, may, places }: RowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { busy, refusal, send } = useDecision();
  const entrance = findPlace(places?.entrances, comment.entrance);
  const place = entrance
    ? `${entrance.building.name}${entrance.name}`
    : comment.grid == null
      ? null
      : t('map.gridNumber', { number: formats.grid(comment.grid) });
  return (
    <li data-resolved={comment.resolved}>
      <p className="qh-quiet">{[place, comment.by, formats.dayTime(comment.at)].filter((part) => part).join(' · ')}</p>
      <p>{comment.text}</p>
      {may ? (
        <TextAction
          text={t(comment.resolved ? 'planDecide.reopen' : 'planDecide.resolve')}
          disabled={busy}
          onAction={() => void send(ResolvePlanComment, { plan, comment: comment.id, resolved: !comment.resolved })}
        />
      ) : null}
      {refusal === null ? null : <p role="alert">{refusal}</p>}
    </li>
  );
}

interface NewProps {
  readonly plan: string;
  readonly places: Places | null;
  readonly pin: NonNullable<CommentListProps['pin']>;
}

function NewComment({ plan, places, pin }: NewProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { busy, refusal, send } = useDecision();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<number | null | undefined>(undefined);
  const numbers = useMemo(
    () => [...(places?.grids.values() ?? [])].map(({ number }) => number).toSorted((one, other) => one - other),
    [places],
  );
  const grid = chosen === undefined ? pin.grid : (chosen ?? undefined);
  const say = async () => {
    const place =
      chosen === undefined && pin.entrance !== undefined
        ? { entrance: pin.entrance }
        : grid === undefined
          ? {}
          : { grid };
    if (await send(CommentPlan, { plan, text: text.trim(), ...place })) setText('');
  };
  return (
    <div className="qh-comments-new">
      <Select
        aria-label={t('planDecide.commentPlace')}
        value={grid ?? 0}
        popupMatchSelectWidth={false}
        onChange={(number) => setChosen(number === 0 ? null : number)}
        options={[
          { value: 0, label: t('planDecide.wholePlan') },
          ...numbers.map((number) => ({ value: number, label: t('map.gridNumber', { number: formats.grid(number) }) })),
        ]}
      />
      <Input.TextArea
        aria-label={t('planDecide.commentText')}
        placeholder={t('planDecide.commentText')}
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={1000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button loading={busy} disabled={text.trim() === ''} onClick={() => void say()}>
        {t('planDecide.say')}
      </Button>
      {refusal === null ? null : <p role="alert">{refusal}</p>}
    </div>
  );
}
