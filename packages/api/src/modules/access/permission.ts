// What each role may do. Default deny: a role has what stands here and nothing else.
import type { Role } from '#platform/actor';

/** Grants; `Public` marks the few root fields that the signed-out may ask, reviewed by a test. */
export const Permission = {
  ViewMap: 'view-map',
  ReadRequests: 'read-requests',
  CreateRequest: 'create-request',
  AdvanceRequest: 'advance-request',
  DispatchRequest: 'dispatch-request',
  ReadVisits: 'read-visits',
  RecordVisits: 'record-visits',
  /** Names, phones and the resident's words; narrowed to the own grid or own orders by policy. */
  ReadPersonal: 'read-personal',
  ReadCareLevels: 'read-care-levels',
  ReadAudit: 'read-audit',
  ImportData: 'import-data',
  Administer: 'administer',
  RunDemo: 'run-demo',
  ReadPlans: 'read-plans',
  EditPlans: 'edit-plans',
  ReviewPlans: 'review-plans',
  ActivatePlans: 'activate-plans',
  AcceptHandovers: 'accept-handovers',
  /** Naming the worker of a grid that has none. */
  AppointWorkers: 'appoint-workers',
  /** Signed in, whatever the role. */
  SignedIn: 'signed-in',
} as const;

export type Permission = (typeof Permission)[keyof typeof Permission];

const P = Permission;
const EVERYONE = [P.SignedIn, P.ViewMap] as const;
const GRID_STAFF = [
  ...EVERYONE,
  P.ReadRequests,
  P.CreateRequest,
  P.AdvanceRequest,
  P.ReadVisits,
  P.RecordVisits,
  P.ReadPersonal,
  P.ReadCareLevels,
] as const;

const GRANTS: Readonly<Record<Role, readonly Permission[]>> = {
  SECRETARY: [
    ...GRID_STAFF,
    P.DispatchRequest,
    P.ReadAudit,
    P.ImportData,
    P.RunDemo,
    P.ReadPlans,
    P.EditPlans,
    P.ReviewPlans,
    P.ActivatePlans,
    P.AcceptHandovers,
    P.AppointWorkers,
  ],
  GRID_WORKER: [...GRID_STAFF, P.DispatchRequest, P.RunDemo, P.AcceptHandovers],
  BRANCH_SECRETARY: GRID_STAFF,
  PLANNER: [
    ...EVERYONE,
    P.ReadRequests,
    P.ReadVisits,
    P.ImportData,
    P.RunDemo,
    P.ReadPlans,
    P.EditPlans,
    P.ActivatePlans,
    P.AppointWorkers,
  ],
  STREET_REVIEWER: [...EVERYONE, P.ReadRequests, P.ReadPlans, P.ReviewPlans],
  DISTRICT_REVIEWER: [...EVERYONE, P.ReadRequests, P.ReadPlans, P.ReviewPlans, P.ActivatePlans],
  PROPERTY_MANAGER: [...EVERYONE, P.ReadRequests, P.AdvanceRequest, P.ReadPersonal],
  POLICE: EVERYONE,
  ADMINISTRATOR: [...EVERYONE, P.Administer, P.ImportData, P.ReadAudit, P.RunDemo, P.ReadPlans],
  VOLUNTEER: EVERYONE,
  CADRE: EVERYONE,
};

/** Withheld from a big screen whatever the role: it shows, it neither writes nor names anyone. */
const ON_SCREEN: ReadonlySet<Permission> = new Set([P.SignedIn, P.ViewMap, P.ReadRequests, P.ReadVisits]);

export function permissionsOf(roles: readonly Role[], screen: boolean): ReadonlySet<Permission> {
  const granted = roles.flatMap((role) => GRANTS[role]);
  return new Set(screen ? granted.filter((permission) => ON_SCREEN.has(permission)) : granted);
}
