// Owns saying how much waits for the network, wherever one is on the page, and taking up what an earlier page left behind.
// Refuses to send: the boxes do.
import { App } from 'antd';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoxKind, countWaiting, hearUnheard, isLeftBehind, watchBoxes } from '#api/outboxes';
import { Chip } from '#ui/page';

/** Steps of a plan go on when that plan is opened again. */
type OpenedHere = Exclude<BoxKind, 'plans'>;

/** What opens the box of a kind: loaded only where something was left behind. */
const OPENERS: Readonly<Record<OpenedHere, () => Promise<(community: string, username: string) => unknown>>> = {
  visits: async () => (await import('#features/floors')).visitBox,
  registrations: async () => (await import('#features/requests')).registrationBox,
};

/** Props of `UnsentChip`. */
export interface UnsentChipProps {
  /** Code. */
  readonly community: string;
  readonly username: string;
}

export function UnsentChip({ community, username }: UnsentChipProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const waiting = useSyncExternalStore(watchBoxes, countWaiting);
  useEffect(() => {
    for (const kind of Object.keys(OPENERS) as OpenedHere[]) {
      if (isLeftBehind(kind, community, username)) void OPENERS[kind]().then((open) => open(community, username));
    }
  }, [community, username]);
  useEffect(
    () =>
      hearUnheard((label, refusal) => void message.error(t('common.unsentRefused', { label, message: refusal }), 10)),
    [message, t],
  );
  if (waiting === 0) return null;
  return (
    <span role="status" data-testid="unsent">
      <Chip>{t('common.unsent', { count: waiting })}</Chip>
    </span>
  );
}
