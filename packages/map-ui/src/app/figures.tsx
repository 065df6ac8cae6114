// Owns the six figures over the map, live from the stream's totals or as of the past that is shown; three of them on a
// phone.
import { useTranslation } from 'react-i18next';
import { useData } from '#api/client';
import type { Community } from '#api/community';
import { graphql } from '#api/gql/index';
import { useLive, useStale } from '#api/live-store';
import { useFormats } from '#i18n/index';
import { FigureStrip, type StripFigure } from '#ui/strip';
import { useShownInstant } from '#view/shown-instant';

/** Props of `Figures`. */
export interface FiguresProps {
  readonly community: Community;
  readonly short?: boolean;
}

export function Figures({ community, short = false }: FiguresProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const instant = useShownInstant();
  const stale = useStale() && instant.live;
  const now = useLive((state) => state.totals) ?? community.totals;
  const then = useTotalsAt(community.code, instant.asOf);
  const known = instant.live ? now : then;
  const totals = known ?? NOTHING;
  const write = (value: number) => (known ? formats.number(value) : null);
  const day = instant.live ? '' : 'Then';
  const figures: StripFigure[] = [
    {
      id: 'households',
      label: t('strip.households'),
      value: write(totals.households),
      unit: t('strip.unitHouseholds'),
    },
    totals.residents == null
      ? { id: 'residents', label: t('strip.residents'), value: '—', unit: t('strip.unknown') }
      : { id: 'residents', label: t('strip.residents'), value: write(totals.residents), unit: t('strip.unitPersons') },
    { id: 'open', label: t('strip.open'), value: write(totals.openRequests), unit: t('strip.unitRequests') },
    {
      id: 'overdue',
      label: t('strip.overdue'),
      value: write(totals.overdueRequests),
      unit: t('strip.unitRequests'),
      alarm: totals.overdueRequests > 0,
    },
    {
      id: 'doorsDue',
      label: t(`strip.doorsDue${day}`),
      value: write(totals.doorsDue),
      unit: t('strip.unitHouseholds'),
    },
    {
      id: 'doorsMet',
      label: t(`strip.doorsMet${day}`),
      value: write(totals.doorsMet),
      unit: t('strip.unitHouseholds'),
    },
  ];
  return <FigureStrip figures={short ? figures.filter(({ id }) => SHORT.has(id)) : figures} stale={stale} />;
}

const NOTHING = { households: 0, residents: 0, openRequests: 0, overdueRequests: 0, doorsDue: 0, doorsMet: 0 };

const TotalsAt = graphql(`
  query TotalsAt($code: String!, $asOf: DateTime!) {
    community(code: $code) {
      id
      totals(asOf: $asOf) {
        ...AllTotals
      }
    }
  }
`);

/** Figures of a past instant; null while loading, and for the present. */
function useTotalsAt(code: string, asOf: string | null) {
  const { data } = useData(TotalsAt, { code, asOf: asOf ?? '' }, { enabled: asOf !== null, staleMs: Infinity });
  return asOf === null ? null : (data?.community?.totals ?? null);
}

const SHORT = new Set(['open', 'overdue', 'doorsDue']);
