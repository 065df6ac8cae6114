// Owns what this viewer may do next, as the server offers it: the next step large, the rest beside, one form at a time.
// Refuses actions the server did not offer.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RequestWholeFragment } from '#api/gql/graphql';
import { ActionForm } from './action-form.tsx';
import { type ActionName, formOf, leadingAction } from './action-forms.ts';
import { actionKey } from './action-words.ts';
import { type ActionListener, useAction } from './use-action.ts';

/** Props of `RequestActions`. */
export interface RequestActionsProps extends ActionListener {
  readonly community: string;
  readonly request: RequestWholeFragment;
}

export function RequestActions({ community, request, onDone, onStale }: RequestActionsProps) {
  const { t } = useTranslation();
  const form = useAction(request, { onDone, onStale });
  const order = request.workOrders.at(-1);
  const withFirm = Boolean(order?.acceptedAt) && !order?.finishedAt;
  const leading = leadingAction(request.actions, request.stage, request.kind === 'URGENT', withFirm);
  const rest = request.actions.filter((action) => action !== leading);
  const start = (action: ActionName) => {
    if (formOf(action, request.stage).fields.length === 0) void form.send(action);
    else form.open(action);
  };
  if (request.actions.length === 0) return null;
  if (form.action !== null && request.actions.includes(form.action)) {
    const chosen = form.action;
    return (
      <ActionForm
        community={community}
        request={request}
        action={chosen}
        draft={form.draft}
        error={form.error}
        busy={form.busy}
        onChange={form.change}
        onSend={() => void form.send(chosen)}
        onCancel={form.cancel}
      />
    );
  }
  const button = (action: ActionName, type: 'primary' | 'default') => (
    <Button
      key={action}
      type={type}
      disabled={form.busy}
      onClick={() => start(action)}
      data-testid={`action-${action}`}
    >
      {t(actionKey(action, request.stage))}
    </Button>
  );
  return (
    <>
      {form.error === null ? null : (
        <p className="qh-field-note" data-invalid role="alert">
          {form.error.message}
        </p>
      )}
      <div className="qh-request-buttons">
        {leading === null ? null : button(leading, 'primary')}
        {rest.map((action) => button(action, 'default'))}
      </div>
    </>
  );
}
