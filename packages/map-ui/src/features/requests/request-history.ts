// Owns the history of a request as a person reads it aloud: one line a move, and one stamp a stage. Pure.
// Refuses words and times in letters: the panel writes both in the viewer's language.
import { STAGES, type StageName } from '#ui/stage';

/** A stamp as the server keeps it. */
export interface StepFacts {
  readonly id: string;
  readonly action: string | null;
  readonly from: StageName | null;
  readonly to: StageName;
  /** ISO 8601. */
  readonly at: string;
  readonly actor: string | null;
  readonly note: string | null;
}

/** One move: all stamps that one action left at one instant. */
export interface HistoryLine {
  readonly id: string;
  /** REPORT for the first. */
  readonly action: string;
  readonly to: StageName;
  readonly at: string;
  readonly actor: string | null;
  readonly note: string | null;
  /** A close that also stamped the resident's word. */
  readonly residentsWord: boolean;
  /** Work that was reported back begins again. */
  readonly sentBack: boolean;
}

/** One line a move, in order. A dispatch that implies two earlier stages stays one line. */
export function historyLines(steps: readonly StepFacts[]): readonly HistoryLine[] {
  const lines: HistoryLine[] = [];
  for (const step of steps) {
    const action = step.action ?? 'REPORT';
    const last = lines.at(-1);
    if (last && last.action === action && last.at === step.at && action !== 'JOIN') {
      lines[lines.length - 1] = {
        ...last,
        to: step.to,
        actor: step.actor ?? last.actor,
        note: step.note ?? last.note,
        residentsWord: action === 'CLOSE',
      };
    } else {
      lines.push({
        id: step.id,
        action,
        to: step.to,
        at: step.at,
        actor: step.actor,
        note: step.note,
        residentsWord: false,
        sentBack: action === 'START' && step.from === 'REPORTED_BACK',
      });
    }
  }
  return lines;
}

/**
 * When each stage up to the current one was last reached, ISO 8601. Stages the fast path left out have none; what a reopening
 * or a sending back undid has none either.
 */
export function stageStamps(steps: readonly StepFacts[], current: StageName): Partial<Record<StageName, string>> {
  const at = STAGES.indexOf(current);
  const from = Math.max(
    0,
    steps.findLastIndex(({ action }) => action === 'REOPEN'),
  );
  const stamps: Partial<Record<StageName, string>> = {};
  const [first] = steps;
  if (first) stamps.REPORTED = first.at;
  for (const step of steps.slice(from)) {
    const reached = step.from !== step.to || step.action === 'REOPEN';
    if (reached && STAGES.indexOf(step.to) <= at) stamps[step.to] = step.at;
  }
  return stamps;
}
