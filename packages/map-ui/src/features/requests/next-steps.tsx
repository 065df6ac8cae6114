// Owns the foot of a request: its actions, and what is said when somebody else was faster. Refuses to act on an old state.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestWholeFragment } from '#api/gql/graphql';
import { RequestActions } from './request-actions.tsx';
import { rememberRequest } from './request-data.ts';

/** Props of `NextSteps`. */
export interface NextStepsProps {
  readonly community: string;
  readonly request: RequestWholeFragment;
  readonly onRefetch: () => void;
}

export function NextSteps({ community, request, onRefetch }: NextStepsProps) {
  const { t } = useTranslation();
  const [notice, setNotice] = useState<string | null>(null);
  if (request.actions.length === 0 && notice === null) return null;
  return (
    <div className="qh-request-foot">
      {notice === null ? null : (
        <p className="qh-request-notice" role="status">
          {notice}
        </p>
      )}
      <RequestActions
        community={community}
        request={request}
        onDone={(changed) => {
          setNotice(null);
          rememberRequest(changed);
        }}
        onStale={(message) => {
          setNotice(`${message} ${t('requests.stale')}`);
          onRefetch();
        }}
      />
    </div>
  );
}
