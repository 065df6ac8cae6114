// Owns what the panels of requests are given from the address, and where their actions lead; what a firm's people see
// first. Refuses content.
import { useEffect } from 'react';
import { roleIn } from '#api/viewer';
import { AttentionPanel } from '#features/attention';
import { MyOrdersPanel, NewRequestPanel, RequestPanel } from '#features/requests';
import { doorInHand, holdDoor } from '#view/door-in-hand';
import { flyTo } from '#view/map-port';
import { setView, useView } from '#view/view-state';
import type { PanelProps } from './panels.tsx';

const open = (id: string) => setView({ select: { kind: 'request', id }, panel: 'request' });
const close = () => setView({ select: null, panel: 'attention' });

/** `panel=attention`: what waits; for a firm its own orders. */
export function HomeSlot(props: PanelProps) {
  const firm = roleIn(props.viewer, props.community.code) === 'PROPERTY_MANAGER' && !props.viewer.screen;
  if (firm) return <MyOrdersPanel community={props.community.code} onOpen={open} />;
  return <AttentionPanel {...props} />;
}

/** `panel=new-request`. */
export function NewRequestSlot({ community, viewer }: PanelProps) {
  const select = useView((view) => view.select);
  useEffect(() => () => holdDoor(null), []);
  const preset = {
    entrance: select?.kind === 'entrance' ? select.id : null,
    building: select?.kind === 'building' ? select.id : null,
    door: select?.kind === 'entrance' ? doorInHand(select.id) : null,
  };
  return (
    <NewRequestPanel
      community={community.code}
      username={viewer.username ?? ''}
      preset={preset}
      onOpen={open}
      onClose={close}
    />
  );
}

/** `panel=request`. */
export function RequestSlot({ community, viewer }: PanelProps) {
  const select = useView((view) => view.select);
  if (select?.kind !== 'request') return null;
  return (
    <RequestPanel
      key={select.id}
      community={community.code}
      requestId={select.id}
      screen={viewer.screen}
      onClose={close}
      onOpen={open}
      onPlace={(id) => flyTo({ kind: 'entrance', id })}
    />
  );
}
