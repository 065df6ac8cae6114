// Owns the amber outlines, and the line that explains them: entrances whose hand-over has begun and that nobody has accepted yet.
// A worker sees those they give or receive. Refuses to say who answers until then: the list of hand-overs does.
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useData } from '#api/client';
import type { Places } from '#api/community';
import { serverNow } from '#api/server-clock';
import { can, type Viewer } from '#api/viewer';
import { WaitingDoors } from '#api/waiting-doors';
import type { MapView } from '#map/index';

/** Props of `WaitingNote`. */
export interface WaitingNoteProps {
  readonly view: MapView | null;
  readonly community: string;
  readonly viewer: Viewer;
  readonly places: Places | null;
  /** Past days are played: nothing waits there. */
  readonly playing: boolean;
  /** False: outlines only. */
  readonly said: boolean;
}

const REPEAT_MS = 60_000;

export function WaitingNote({ view, community, viewer, places, playing, said }: WaitingNoteProps) {
  const { t } = useTranslation();
  const hears = !viewer.screen && (can(viewer, 'read-plans') || can(viewer, 'accept-handovers'));
  const waiting = useWaiting(community, places, hears && !playing);
  useEffect(() => view?.setWaiting(waiting), [view, waiting]);
  if (!said || waiting.size === 0) return null;
  return <p className="qh-live-waiting">{t('legend.waiting', { count: waiting.size })}</p>;
}

/** mapIds of the entrances. */
function useWaiting(community: string, places: Places | null, asked: boolean): ReadonlySet<number> {
  const { data } = useData(WaitingDoors, { community }, { enabled: asked, refetchMs: REPEAT_MS, keepPrevious: true });
  return useMemo(() => {
    const begun = (data?.handovers ?? []).filter(
      ({ acceptedAt, effectiveFrom }) => acceptedAt === null && Date.parse(effectiveFrom) <= serverNow(),
    );
    const ids = new Set(begun.map(({ entrance }) => entrance));
    const entrances = [...(places?.entrances.values() ?? [])];
    return new Set(asked ? entrances.flatMap(({ id, mapId }) => (ids.has(id) ? [mapId] : [])) : []);
  }, [data, places, asked]);
}
