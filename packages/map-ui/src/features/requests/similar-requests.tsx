// Owns what is already open at the entrance, before a second request is made of it. Refuses to join without a tap.
import { useTranslation } from 'react-i18next';
import type { RequestRowFragment, RequestWholeFragment } from '#api/gql/graphql';
import { JoinButton } from './join-button.tsx';
import { RequestLine } from './request-line.tsx';
import type { CallerDraft } from './caller-fields.tsx';

/** Props of `SimilarRequests`. */
export interface SimilarRequestsProps {
  /** Of the chosen matter, open ones first. */
  readonly same: readonly RequestRowFragment[];
  /** Open ones of other matters. */
  readonly others: readonly RequestRowFragment[];
  readonly now: number;
  /** Goes with the joining. */
  readonly caller: CallerDraft;
  readonly onOpen: (id: string) => void;
  readonly onJoined: (request: RequestWholeFragment) => void;
}

/** Leaves the form in sight on a phone. */
const SHOWN = 3;

/** Nothing where nothing is alike. */
export function SimilarRequests({ same, others, now, caller, onOpen, onJoined }: SimilarRequestsProps) {
  const { t } = useTranslation();
  const line = (request: RequestRowFragment) => (
    <RequestLine
      key={request.id}
      request={request}
      now={now}
      withoutPlace
      onOpen={onOpen}
      {...(request.actions.includes('JOIN') && {
        action: <JoinButton request={request} caller={caller} onJoined={onJoined} />,
      })}
    />
  );
  if (same.length + others.length === 0) return null;
  const shown = others.slice(0, Math.max(1, SHOWN - same.length));
  const hidden = others.length - shown.length;
  return (
    <section className="qh-similar" data-testid="similar-requests">
      {same.length > 0 ? <h3>{t('requests.similarRecent')}</h3> : null}
      <ul>{same.map(line)}</ul>
      {others.length > 0 ? <h3>{t('requests.similarFirst')}</h3> : null}
      <ul>{shown.map(line)}</ul>
      {hidden > 0 ? <p className="qh-request-note">{t('requests.listMore', { count: hidden })}</p> : null}
    </section>
  );
}
