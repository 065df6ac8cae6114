// Owns what the panels of places are given from the address, and where their actions lead. Refuses content.
import type { RequestFilter } from '#api/gql/graphql';
import { can } from '#api/viewer';
import { DoorContact } from '#features/contact';
import { countedBy, explainedMetric, ExplainPanel, explainPanel } from '#features/explain';
import { FloorPanel } from '#features/floors';
import { BuildingPanel, GridPanel } from '#features/places';
import { RequestList } from '#features/requests';
import { normaliseOf } from '#view/live-question';
import { holdDoor } from '#view/door-in-hand';
import { flyTo } from '#view/map-port';
import { useShownInstant, useShownWindow } from '#view/shown-instant';
import { type Selection, setView, useView } from '#view/view-state';
import type { PanelProps } from './panels.tsx';

const openRequest = (id: string) => setView({ select: { kind: 'request', id }, panel: 'request' });
const openEntrance = (id: string) => {
  flyTo({ kind: 'entrance', id });
  setView({ select: { kind: 'entrance', id }, panel: 'floors' });
};

const registerAt = (place: { readonly entrance: string; readonly door: string | null }) => {
  holdDoor(place);
  setView({ panel: 'new-request' });
};

/** What panels of places ask alike. */
function usePlaceView({ community, viewer }: PanelProps) {
  const window = useShownWindow();
  const per100 = useView((view) => view.normalise === 'per100');
  const { asOf } = useShownInstant();
  const mode = viewer.screen ? ('screen' as const) : ('desk' as const);
  return { community: community.code, window, per100, asOf, mode };
}

function useSelected(kind: Selection['kind']): string | null {
  return useView(({ select }) => (select?.kind === kind ? select.id : null));
}

function OpenRequests({ community, viewer, filter }: PanelProps & { readonly filter: RequestFilter }) {
  const { live, asOf } = useShownInstant();
  if (!can(viewer, 'read-requests')) return null;
  const mayRegister = live && can(viewer, 'create-request');
  const register = mayRegister ? { onRegister: () => setView({ panel: 'new-request' }) } : {};
  return (
    <RequestList community={community.code} filter={filter} asOf={asOf} first={20} onOpen={openRequest} {...register} />
  );
}

/** `panel=grid`. */
export function GridSlot(props: PanelProps) {
  const view = usePlaceView(props);
  const measure = useView((state) => state.measure);
  const id = useSelected('grid');
  if (id === null) return null;
  return (
    <GridPanel
      {...view}
      key={id}
      grid={id}
      onExplain={(metric) => setView({ panel: explainPanel(metric) })}
      onExplainColour={() => setView({ panel: explainPanel(measure === 'visits' ? 'VISITS' : 'NEW_REQUESTS') })}
      onEntrance={openEntrance}
      requests={<OpenRequests {...props} filter={{ grid: id, open: true }} />}
    />
  );
}

/** `panel=building`. */
export function BuildingSlot(props: PanelProps) {
  const view = usePlaceView(props);
  const id = useSelected('building');
  if (id === null) return null;
  return (
    <BuildingPanel
      {...view}
      key={id}
      building={id}
      onExplain={(metric) => setView({ panel: explainPanel(metric) })}
      onEntrance={openEntrance}
      requests={<OpenRequests {...props} filter={{ building: id, open: true }} />}
    />
  );
}

/** `panel=floors` and `panel=entrance`. */
export function FloorsSlot({ community, viewer }: PanelProps) {
  const { live, asOf } = useShownInstant();
  const id = useSelected('entrance');
  if (id === null) return null;
  const contact = (dwelling: string) => <DoorContact key={dwelling} dwelling={dwelling} />;
  return (
    <FloorPanel
      community={community.code}
      username={viewer.username ?? ''}
      entrance={id}
      asOf={asOf}
      screen={viewer.screen}
      mayRecord={live && can(viewer, 'record-visits')}
      onEntrance={openEntrance}
      onRegister={live && can(viewer, 'create-request') ? registerAt : undefined}
      contact={can(viewer, 'read-personal') ? contact : undefined}
    />
  );
}

/** `panel=explain-…`. */
export function ExplainSlot({ community }: PanelProps) {
  const { select, panel, measure, normalise } = useView((view) => view);
  const window = useShownWindow();
  const { asOf } = useShownInstant();
  const by = select ? countedBy(select.kind) : null;
  if (!select || !by) return null;
  return (
    <ExplainPanel
      community={community.code}
      by={by}
      target={select.id}
      metric={explainedMetric(panel) ?? (measure === 'visits' ? 'VISITS' : 'NEW_REQUESTS')}
      window={window}
      normalise={normaliseOf({ normalise })}
      asOf={asOf}
      onMetric={(metric) => setView({ panel: explainPanel(metric) }, { replace: true })}
      onRequest={openRequest}
      onBack={() => setView({ panel: select.kind === 'entrance' ? 'floors' : select.kind })}
    />
  );
}
