// Owns which feature answers which `panel` of the address: one line each, loaded when first opened. Refuses content.
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { Community } from '#api/community';
import type { Viewer } from '#api/viewer';

/** What every panel is given; the rest it reads from the view. */
export interface PanelProps {
  readonly community: Community;
  readonly viewer: Viewer;
}

/** `aside`: right column, on a phone the sheet. `page`: the whole page under the header, e.g. import or the sheet to print. */
export interface PanelEntry {
  readonly where: 'aside' | 'page';
  /** Knows only how things stand now, also while the map shows the past. */
  readonly presentOnly?: true;
  /** Takes the place of the header's links to other views. */
  readonly Tools?: LazyExoticComponent<ComponentType>;
  readonly Panel: LazyExoticComponent<ComponentType<PanelProps>>;
}

const aside = (load: () => Promise<ComponentType<PanelProps>>): PanelEntry => ({
  where: 'aside',
  Panel: lazy(async () => ({ default: await load() })),
});

const FLOORS = aside(async () => (await import('./place-slots.tsx')).FloorsSlot);

/** Panels by their name in the address. An unknown name opens `attention`. Whole pages: `{ ...aside(…), where: 'page' }`. */
export const PANELS: Readonly<Record<string, PanelEntry>> = {
  attention: aside(async () => (await import('./request-slots.tsx')).HomeSlot),
  'new-request': { ...aside(async () => (await import('./request-slots.tsx')).NewRequestSlot), presentOnly: true },
  request: { ...aside(async () => (await import('./request-slots.tsx')).RequestSlot), presentOnly: true },
  grid: aside(async () => (await import('./place-slots.tsx')).GridSlot),
  building: aside(async () => (await import('./place-slots.tsx')).BuildingSlot),
  entrance: FLOORS,
  floors: FLOORS,
  explain: aside(async () => (await import('./place-slots.tsx')).ExplainSlot),
  list: aside(async () => (await import('#features/list-twin')).ListPanel),
  import: { ...aside(async () => (await import('#features/import')).ImportPanel), where: 'page' },
  admin: { ...aside(async () => (await import('#features/admin')).AdminPanel), where: 'page' },
  plan: {
    ...aside(async () => (await import('./plan-page.tsx')).PlanPage),
    where: 'page',
    Tools: lazy(async () => ({ default: (await import('./plan-tools.tsx')).PlanTools })),
  },
  plans: { ...aside(async () => (await import('#features/plan-decide')).PlansPanel), where: 'page' },
  handovers: aside(async () => (await import('#features/plan-decide')).HandoverPanel),
  'plan-print': { ...aside(async () => (await import('#features/print')).PlanPrintPanel), where: 'page' },
  print: { ...aside(async () => (await import('#features/print')).PrintPanel), where: 'page' },
};

/** The entry for a name. */
export function panelFor(name: string): { readonly name: string; readonly entry: PanelEntry } {
  // `explain-open-requests`: the figure asked about is part of the name.
  const entry = PANELS[name.startsWith('explain-') ? 'explain' : name];
  if (entry) return { name, entry };
  return { name: 'attention', entry: PANELS['attention'] as PanelEntry };
}
