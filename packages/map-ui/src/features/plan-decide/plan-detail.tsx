// Owns one plan as it is decided: what it is, where it stands, what the viewer may do, whom it touches.
import { useTranslation } from 'react-i18next';
import { useData } from '#api/client';
import type { Community } from '#api/community';
import type { Viewer } from '#api/viewer';
import { can } from '#api/viewer';
import { useFormats } from '#i18n/index';
import { TextAction } from '#ui/control';
import { RowsSkeleton } from '#ui/state';
import { setView } from '#view/view-state';
import { CommentList } from './comment-list.tsx';
import { CourseView } from './course-view.tsx';
import { DecisionActions } from './decision-actions.tsx';
import { DoorList } from './door-list.tsx';
import { HandoverList } from './handover-list.tsx';
import { openWorkbench } from './open-workbench.ts';
import { CreatePlan, type DecidedPlan, PlanCourseQuery, type PlanHead } from './plan-documents.ts';
import { PlanFiles } from './plan-files.tsx';
import { isDecided } from './plan-groups.ts';
import { useDecision } from './use-decision.ts';

/** Props of `PlanDetail`. */
export interface PlanDetailProps {
  readonly head: PlanHead;
  /** Plans it may be compared with. */
  readonly others: readonly PlanHead[];
  readonly community: Community;
  readonly viewer: Viewer;
}

const REPEAT_MS = 15_000;

export function PlanDetail({ head, others, community, viewer }: PlanDetailProps) {
  const { t } = useTranslation();
  const { data } = useData(PlanCourseQuery, { id: head.id }, { refetchMs: REPEAT_MS });
  const plan = data?.plan;
  return (
    <article className="qh-plan" aria-label={head.name}>
      <PlanTop head={head} community={community} viewer={viewer} />
      {plan ? <DecisionActions plan={plan} community={community} viewer={viewer} /> : null}
      <div className="qh-plan-columns">
        {plan ? <PlanBody plan={plan} community={community} viewer={viewer} /> : <RowsSkeleton rows={6} />}
        <section>
          <h3>{t('planDecide.doors')}</h3>
          <DoorList plan={head.id} others={others} />
        </section>
      </div>
    </article>
  );
}

function PlanTop({ head, community, viewer }: Omit<PlanDetailProps, 'others'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { busy, refusal, send } = useDecision();
  const past = head.stage === 'PAST';
  const copy = async () => {
    const name = t(past ? 'planDecide.returnName' : 'planDecide.copyName', { name: head.name }).slice(0, 80);
    const made = await send(CreatePlan, { community: community.code, name, from: head.id });
    if (made) openWorkbench(made.id);
  };
  return (
    <header className="qh-plan-top">
      <h2>{head.name}</h2>
      <p>
        {[
          t(`planDecide.stage${head.stage}`),
          t('planDecide.versionText', { version: head.version }),
          t('planDecide.savedBy', { name: head.createdBy, at: formats.dayTime(head.savedAt) }),
        ].join(' · ')}
      </p>
      {isDecided(head) ? null : <p className="qh-plan-mark">{t('planDecide.notInForce')}</p>}
      {head.outdated ? <p role="note">{t('planDecide.outdated')}</p> : null}
      <div className="qh-plan-ways">
        <TextAction
          text={t(head.acts.includes('EDIT') ? 'planDecide.openEdit' : 'planDecide.openLook')}
          onAction={() => openWorkbench(head.id)}
        />
        {can(viewer, 'edit-plans') ? (
          <TextAction
            text={t(past ? 'planDecide.returnTo' : 'planDecide.copy')}
            disabled={busy}
            onAction={() => void copy()}
          />
        ) : null}
        <TextAction
          text={t('planDecide.printSheet')}
          onAction={() => setView({ panel: 'plan-print', plan: head.id, select: null })}
        />
      </div>
      {refusal === null ? null : <p role="alert">{refusal}</p>}
    </header>
  );
}

interface BodyProps {
  readonly plan: DecidedPlan;
  readonly community: Community;
  readonly viewer: Viewer;
}

function PlanBody({ plan, community, viewer }: BodyProps) {
  const { t } = useTranslation();
  const handsOver = plan.stage === 'SCHEDULED' || plan.stage === 'IN_FORCE';
  return (
    <div className="qh-plan-body-parts">
      <section>
        <h3>{t('planDecide.course')}</h3>
        <CourseView plan={plan} />
      </section>
      {handsOver ? (
        <section>
          <h3>{t('planDecide.handovers')}</h3>
          <HandoverList community={community} plan={plan.id} mine={!can(viewer, 'read-plans')} />
        </section>
      ) : null}
      <section>
        <h3>{t('planDecide.comments')}</h3>
        <CommentList plan={plan} community={community} />
      </section>
      <section>
        <h3>{t('planDecide.files')}</h3>
        <PlanFiles plan={plan} />
      </section>
    </div>
  );
}
