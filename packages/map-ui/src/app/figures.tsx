// Owns the six figures over the map, live from the stream's totals; three of them on a phone.
import { useTranslation } from 'react-i18next';
import type { Community } from '#api/community';
import { useLive, useStale } from '#api/live-store';
import { useFormats } from '#i18n/index';
import { FigureStrip, type StripFigure } from '#ui/strip';

/** Props of `Figures`. */
export interface FiguresProps {
  readonly community: Community;
  readonly short?: boolean;
}

export function Figures({ community, short = false }: FiguresProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const stale = useStale();
  const live = useLive(({ totals }) => totals);
  const totals = live ?? community.totals;
  const write = (value: number) => formats.number(value);
  const figures: StripFigure[] = [
    {
      id: 'households',
      label: t('strip.households'),
      value: write(totals.households),
      unit: t('strip.unitHouseholds'),
    },
    { id: 'residents', label: t('strip.residents'), value: write(totals.residents), unit: t('strip.unitPersons') },
    { id: 'open', label: t('strip.open'), value: write(totals.openRequests), unit: t('strip.unitRequests') },
    {
      id: 'overdue',
      label: t('strip.overdue'),
      value: write(totals.overdueRequests),
      unit: t('strip.unitRequests'),
      alarm: totals.overdueRequests > 0,
    },
    { id: 'doorsDue', label: t('strip.doorsDue'), value: write(totals.doorsDue), unit: t('strip.unitHouseholds') },
    { id: 'doorsMet', label: t('strip.doorsMet'), value: write(totals.doorsMet), unit: t('strip.unitHouseholds') },
  ];
  return <FigureStrip figures={short ? figures.filter(({ id }) => SHORT.has(id)) : figures} stale={stale} />;
}

const SHORT = new Set(['open', 'overdue', 'doorsDue']);
