// Owns who is looking: the session's viewer and what they may do. Refuses to decide rights: the server does, this only
// spares people buttons that would be refused.
import { graphql } from './gql/index.ts';
import type { Role, ViewerPartsFragment } from './gql/graphql.ts';
import { dataKey, queryClient, useData } from './client.ts';
import './server-clock.ts';

graphql(`
  fragment ViewerParts on Viewer {
    signedIn
    name
    username
    screen
    readOnly
    permissions
    language
    now
    memberships {
      community
      communityName
      role
      grid
      gridNumber
      organization
    }
    demo {
      clockMoved
      boostedUntil
      simulating
      logins {
        username
        role
        title
      }
    }
  }
`);

const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      ...ViewerParts
    }
  }
`);

/** The viewer of this session. */
export type Viewer = ViewerPartsFragment;

/** Grants of the server; see its permission table. */
export type Permission =
  | 'view-map'
  | 'read-requests'
  | 'create-request'
  | 'advance-request'
  | 'dispatch-request'
  | 'read-visits'
  | 'record-visits'
  | 'read-personal'
  | 'read-care-levels'
  | 'read-audit'
  | 'import-data'
  | 'administer'
  | 'run-demo'
  | 'read-plans'
  | 'edit-plans'
  | 'review-plans'
  | 'activate-plans'
  | 'accept-handovers'
  | 'appoint-workers';

/** Asks who is looking; asked again every minute, so that a revoked session ends here too. */
export function useViewer() {
  const { data, ...query } = useData(ViewerQuery, {}, { staleMs: 30_000, refetchMs: 60_000 });
  return { ...query, viewer: data?.viewer ?? null };
}

/** Puts a viewer that a mutation answered where `useViewer` finds it. */
export function rememberViewer(viewer: Viewer): void {
  queryClient.setQueryData(dataKey(ViewerQuery, {}), { viewer });
}

/**
 * Forgets everything asked by the former viewer and asks who is looking. The viewer's own answer is reset, not removed:
 * what is removed leaves the page looking at its last answer.
 */
export async function forgetViewer(): Promise<void> {
  const viewerKey = dataKey(ViewerQuery, {});
  await queryClient.cancelQueries();
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== viewerKey[0] });
  await queryClient.resetQueries({ queryKey: viewerKey });
}

/** Whether the viewer's session holds a grant. */
export function can(viewer: Viewer | null, permission: Permission): boolean {
  return viewer?.permissions.includes(permission) ?? false;
}

/** The viewer's role in a community; null where there is none. */
export function roleIn(viewer: Viewer, community: string): Role | null {
  return viewer.memberships.find((membership) => membership.community === community)?.role ?? null;
}
