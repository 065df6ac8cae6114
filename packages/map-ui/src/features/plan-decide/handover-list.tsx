// Owns the 交接名册: what passes from one worker to another, accepted one by one or together. Until then it is amber and the
// old worker answers for it.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useData } from '#api/client';
import type { Community } from '#api/community';
import { serverNow } from '#api/server-clock';
import { useFormats } from '#i18n/index';
import { TextAction } from '#ui/control';
import { EmptyState, ErrorState, RowsSkeleton } from '#ui/state';
import { type HandoverGroup, handoverGroups } from './handover-groups.ts';
import { AcceptHandovers, type Handover, HandoverListQuery } from './plan-documents.ts';
import { type Decision, useDecision } from './use-decision.ts';
import './plan-decide.css';

/** Props of `HandoverList`. */
export interface HandoverListProps {
  readonly community: Pick<Community, 'code'>;
  /** Only what the viewer gives or receives. */
  readonly mine: boolean;
  readonly plan?: string;
}

const REPEAT_MS = 15_000;

export function HandoverList({ community, mine, plan }: HandoverListProps) {
  const { t } = useTranslation();
  const decision = useDecision();
  const { data, error, refetch } = useData(
    HandoverListQuery,
    { community: community.code, mine, plan: plan ?? null },
    { refetchMs: REPEAT_MS, keepPrevious: true },
  );
  const list = data?.handovers;
  if (error && !list) {
    return (
      <ErrorState
        failed={t('planDecide.handoversFailed')}
        safe={t('errors.pageSafe')}
        next={error.message}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!list) return <RowsSkeleton rows={4} />;
  if (list.length === 0) return <EmptyState title={t('planDecide.noHandovers')} />;
  const accept = (handovers: readonly string[]) =>
    void decision.send(AcceptHandovers, { community: community.code, handovers: [...handovers] });
  const waiting = list.filter(({ acceptedAt }) => acceptedAt == null).length;
  return (
    <div className="qh-handovers">
      <p className="qh-handovers-sum" data-waiting={waiting > 0}>
        {waiting === 0 ? t('planDecide.allAccepted') : t('planDecide.waitingCount', { count: waiting })}
      </p>
      {decision.refusal === null ? null : <p role="alert">{decision.refusal}</p>}
      {handoverGroups(list).map((group) => (
        <Group key={group.key} group={group} decision={decision} onAccept={accept} />
      ))}
    </div>
  );
}

interface GroupProps {
  readonly group: HandoverGroup;
  readonly decision: Decision;
  readonly onAccept: (ids: readonly string[]) => void;
}

function Group({ group, decision, onAccept }: GroupProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const grid = (number: number) => t('map.gridNumber', { number: formats.grid(number) });
  return (
    <section className="qh-handovers-group">
      <div>
        <h4>
          {grid(group.fromGrid)} {group.fromWorker} → {grid(group.toGrid)} {group.toWorker}
        </h4>
        {group.acceptable.length > 1 ? (
          <Button type="primary" loading={decision.busy} onClick={() => onAccept(group.acceptable)}>
            {t('planDecide.acceptAll', { count: group.acceptable.length })}
          </Button>
        ) : null}
      </div>
      <ul>
        {group.rows.map((row) => (
          <Row key={row.id} row={row} busy={decision.busy} onAccept={() => onAccept([row.id])} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly row: Handover;
  readonly busy: boolean;
  readonly onAccept: () => void;
}

function Row({ row, busy, onAccept }: RowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const waiting = row.acceptedAt == null;
  // Nothing passes before its midnight: until then there is nothing to accept.
  const ahead = serverNow() < Date.parse(row.effectiveFrom);
  const what =
    row.kind === 'REQUEST'
      ? t('planDecide.openRequest', { title: row.requestTitle ?? '' }).trim()
      : t('planDecide.doorsOf', {
          households: formats.number(row.households),
          care: formats.number(row.dailyCareDoors),
        });
  return (
    <li data-waiting={waiting}>
      <span className="qh-handovers-name">{row.entranceName}</span>
      <span>{what}</span>
      <span className="qh-handovers-state">
        {waiting
          ? t(ahead ? 'planDecide.notYet' : 'planDecide.stillWith', {
              name: row.fromWorker,
              day: formats.day(row.effectiveFrom),
            })
          : t('planDecide.acceptedBy', {
              name: row.acceptedBy ?? row.toWorker,
              at: formats.dayTime(row.acceptedAt ?? row.effectiveFrom),
            })}
      </span>
      {waiting && row.mine ? (
        <TextAction
          text={t('planDecide.accept')}
          label={t('planDecide.acceptOne', { name: row.entranceName, what })}
          disabled={busy}
          onAction={onAccept}
        />
      ) : null}
    </li>
  );
}
