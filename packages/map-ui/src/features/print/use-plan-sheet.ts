// Owns what the sheet of a plan shows: the plan as the server has it, drawn by the same engine as on the map.
import { useEffect, useMemo, useState } from 'react';
import { useData } from '#api/client';
import type { Community } from '#api/community';
import { useCommunityName } from '#api/community-name';
import { useFormats } from '#i18n/index';
import { useGeometry } from '#map/index';
import { openPlanSession } from '#plan/open-plan';
import type { PlanSession } from '#plan/plan-session';
import { viewHref } from '#view/view-state';
import { PLAN_SIGNATURES } from './plan-sheet-documents.ts';
import { bordersOnlyBefore, planAreas, sheetMoves, sheetRows, signaturesOf } from './plan-sheet-parts.ts';
import type { PlanSheet } from './plan-sheet.types.ts';

/** The sheet; null while anything of it is on its way. */
export function usePlanSheet(
  community: Community,
  plan: string,
  username: string,
): { readonly sheet: PlanSheet | null; readonly error: Error | null } {
  const formats = useFormats();
  const title = useCommunityName(community);
  const { session, error: openError } = usePlanOnce(community.code, plan, username);
  const { geometry, error: geometryError } = useGeometry(community.code, null);
  const { data, error } = useData(PLAN_SIGNATURES, { plan });
  const decided = data?.plan;
  const sheet = useMemo((): PlanSheet | null => {
    if (!session || !geometry || !decided) return null;
    return {
      title,
      planName: session.name,
      version: session.version,
      savedAt: session.savedAt,
      effectiveFrom: decided.effectiveFrom ?? null,
      inForce: session.stage === 'IN_FORCE' || session.stage === 'PAST',
      synthetic: community.synthetic,
      attribution: community.attribution ?? null,
      geometry: { ...geometry, grids: planAreas(session, formats.grid) },
      before: bordersOnlyBefore(session),
      rows: sheetRows(session, formats.grid),
      moves: sheetMoves(session, formats.grid),
      cv: [session.figuresBefore.cv, session.figures.cv],
      movedHouseholds: session.figures.movedHouseholds,
      signatures: signaturesOf(decided),
      link: `${location.origin}${viewHref({ panel: 'plan', plan, select: null, community: community.code })}`,
    };
  }, [session, geometry, decided, community, formats, title, plan]);
  return { sheet, error: openError ?? geometryError ?? error };
}

/** The plan as it is now: a sheet stands still, so it is opened, read, and closed. */
function usePlanOnce(community: string, plan: string, username: string) {
  const [read, setRead] = useState<{ readonly session: PlanSession | null; readonly error: Error | null }>({
    session: null,
    error: null,
  });
  useEffect(() => {
    const abort = new AbortController();
    openPlanSession(community, plan, username, abort.signal).then(
      (open) => {
        if (!abort.signal.aborted) setRead({ session: open.store.getState(), error: null });
        open.close();
      },
      (fault: unknown) => {
        if (abort.signal.aborted) return;
        setRead({ session: null, error: fault instanceof Error ? fault : new Error(String(fault)) });
      },
    );
    return () => abort.abort();
  }, [community, plan, username]);
  return read;
}
