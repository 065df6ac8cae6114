// Owns what an action is called on its button, where the stage changes its meaning. Pure.
import type { StageName } from '#ui/stage';
import type { ActionName } from './action-forms.ts';

/** Catalogue key of an action's button: dispatching again is handing on, starting again is sending back. */
export function actionKey(action: ActionName, stage: StageName) {
  if (action === 'DISPATCH' && stage === 'DISPATCHED') return 'requests.actDispatchAgain';
  if (action === 'START' && stage === 'REPORTED_BACK') return 'requests.actSendBack';
  return `requests.act${action}` as const;
}
