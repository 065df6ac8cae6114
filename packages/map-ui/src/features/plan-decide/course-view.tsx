// Owns the review timeline: six stations, who passed which, what waits.
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import type { DecidedPlan } from './plan-documents.ts';
import { courseOf, type CourseStep, dayTakenBack, sentBack } from './review-course.ts';

export function CourseView({ plan }: { readonly plan: DecidedPlan }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const returned = sentBack(plan);
  const takenBack = dayTakenBack(plan);
  const last = returned ?? takenBack;
  return (
    <>
      {last ? (
        <p className="qh-course-back" role="note">
          {t(takenBack ? 'planDecide.withdrawnBy' : 'planDecide.sentBackBy', {
            name: last.by,
            at: formats.dayTime(last.at),
          })}
          {last.note ? <q>{last.note}</q> : null}
        </p>
      ) : null}
      <ol className="qh-course">
        {courseOf(plan).map((step) => (
          <li key={step.station} data-state={step.state} aria-current={step.state === 'next' ? 'step' : undefined}>
            <span className="qh-course-name">{t(`planDecide.station${step.station}`)}</span>
            <span>{step.by ?? (step.state === 'next' ? t('planDecide.waiting') : '')}</span>
            <span className="qh-course-at">
              <StepTime step={step} />
            </span>
            {step.note ? <q>{step.note}</q> : null}
          </li>
        ))}
      </ol>
    </>
  );
}

/** The force begins at a midnight: its day is enough. */
function StepTime({ step }: { readonly step: CourseStep }) {
  const formats = useFormats();
  if (step.at === null) return null;
  return <>{step.station === 'force' ? formats.fullDay(step.at) : formats.dayTime(step.at)}</>;
}
