// Owns the gallery's secretary view: everything together, from the fixture. Development only.
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { MapCanvas } from '#map/index';
import { MapFurniture } from '#map/index';
import type { MapView } from '#map/index';
import type { MapPadding } from '#map/index';
import type { BivariateCell } from '#ui/theme';
import type { Scheme } from '#ui/theme';
import { AttentionRow } from '#ui/attention';
import { TrendChart } from '#ui/chart';
import { AsOfClock, StaleBand } from '#ui/clock';
import { MeasureToggle, TextAction } from '#ui/control';
import { BivariateLegend, SingleLegend } from '#ui/legend';
import { Num } from '#ui/number';
import { Chip, PageFrame, PageHeader, SectionHeading } from '#ui/page';
import { FigureStrip, type StripFigure } from '#ui/strip';
import {
  FIXTURE_ROWS,
  FIXTURE_TREND,
  fixtureFigures,
  fixtureHeat,
  cellCounts,
  PAIR_BREAKS,
  SINGLE_BREAKS,
} from './fixture-figures.ts';
import { fixtureGeometry } from './fixture-geometry.ts';
import type { GalleryOptions } from './gallery-options.ts';
import { GallerySheet } from './gallery-sheet.tsx';

const AS_OF = '2026-07-07T10:02:11Z';
const geometry = fixtureGeometry();
/** By building 9. */
const EVENT_AT = [114.40065, 30.6418] as const;
const figure = (count: number) => (count === 0 ? '0' : String(count));

export function GalleryPage({ options }: { readonly options: GalleryOptions }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { screen, stale, phone } = options;
  return (
    <PageFrame
      header={
        <PageHeader
          communityName={options.language === 'zh' ? '青和居社区' : 'Qingheju'}
          productName={t('common.productName')}
          chips={
            <>
              <Chip>{t('common.syntheticChip')}</Chip>
              {phone || screen ? null : <Chip>{t('common.demoClockChip')}</Chip>}
            </>
          }
        >
          <span>{screen ? formats.day(AS_OF) : formats.fullDay(AS_OF)}</span>
        </PageHeader>
      }
      strip={phone ? undefined : <Strip stale={stale} alarm />}
      map={<GalleryMap options={options} />}
      {...(phone ? { sheet: <GallerySheet /> } : { aside: <Aside options={options} /> })}
    />
  );
}

function Strip({ stale, alarm }: { readonly stale: boolean; readonly alarm: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const figures: StripFigure[] = [
    { id: 'households', label: t('strip.households'), value: formats.number(5235), unit: t('strip.unitHouseholds') },
    { id: 'residents', label: t('strip.residents'), value: formats.number(8234), unit: t('strip.unitPersons') },
    { id: 'open', label: t('strip.open'), value: figure(23), unit: t('strip.unitRequests') },
    { id: 'overdue', label: t('strip.overdue'), value: figure(3), unit: t('strip.unitRequests'), alarm },
    { id: 'doorsDue', label: t('strip.doorsDue'), value: figure(586), unit: t('strip.unitHouseholds') },
    { id: 'doorsMet', label: t('strip.doorsMet'), value: figure(541), unit: t('strip.unitHouseholds') },
  ];
  return <FigureStrip figures={figures} stale={stale} />;
}

function GalleryMap({ options }: { readonly options: GalleryOptions }) {
  const { screen, stale, phone, level } = options;
  const { t } = useTranslation();
  const [view, setView] = useState<MapView | null>(null);
  const [scheme, setScheme] = useState<Scheme>(options.scheme);
  const figures = useMemo(() => fixtureFigures(scheme, options.odd), [scheme, options.odd]);
  const padding = useMemo(() => paddingOf(options), [options]);
  useEffect(() => {
    view?.setFigures('grids', figures, scheme);
    const cycle = (offset: number) =>
      new Map(
        Array.from({ length: 30 }, (_, i) => [offset + i, figures.get((i % 15) + 1) ?? { look: 'none' as const }]),
      );
    view?.setFigures('buildings', cycle(101), scheme);
    view?.setFigures('entrances', cycle(201), scheme);
  }, [view, figures, scheme]);
  useEffect(() => markEvents(view, options), [view, options]);
  useEffect(() => void Object.assign(globalThis, { galleryView: view }), [view]);
  const keep = useCallback(
    (cell: BivariateCell | null) => view?.brush('grids', cell ? idsIn(figures, cell) : null),
    [view, figures],
  );
  return (
    <MapCanvas
      label={t('map.name')}
      mode={screen ? 'screen' : 'desk'}
      level={level}
      stale={stale}
      geometry={geometry}
      padding={padding}
      onView={setView}
    >
      {stale ? <StaleBand asOf={AS_OF} silentMs={27_000} /> : null}
      {phone ? null : (
        <div className="qh-gallery-legend">
          {screen ? null : <MeasureToggle value={scheme} onChange={setScheme} />}
          <Legend options={options} scheme={scheme} counts={cellCounts(figures)} keep={keep} />
          <AsOfClock asOf={AS_OF} stale={stale} />
        </div>
      )}
      <div className="qh-gallery-furniture">
        <MapFurniture view={view} attribution={phone ? null : '© OpenStreetMap contributors'} />
      </div>
    </MapCanvas>
  );
}

function paddingOf({ phone, screen, narrow }: GalleryOptions): MapPadding {
  if (phone) return { top: 16, right: 16, bottom: 480, left: 16 };
  if (screen) return { top: 34, right: 24, bottom: 24, left: 340 };
  return narrow ? { top: 62, right: 24, bottom: 48, left: 200 } : { top: 66, right: 60, bottom: 60, left: 276 };
}

function idsIn(figures: ReturnType<typeof fixtureFigures>, { requests, visits }: BivariateCell): Set<number> {
  return new Set(
    [...figures].filter(([, { cell }]) => cell?.requests === requests && cell.visits === visits).map(([id]) => id),
  );
}

function markEvents(view: MapView | null, options: GalleryOptions): void {
  if (!view) return;
  view.pulse({ id: 'sewage', buildingMapId: 109, remainingShare: 0.9, label: '9栋' });
  if (options.phone) view.flyTo(EVENT_AT, { zoom: 17.2 });
  view.hover('grids', options.hovered);
  view.setHeat(
    fixtureHeat(geometry.buildings.features.map(({ geometry: shape }) => shape)),
    options.scheme === 'visits' ? 'visits' : 'requests',
  );
  view.select('grids', options.selected ? [15] : []);
}

function Legend({
  options,
  scheme,
  counts,
  keep,
}: {
  readonly options: GalleryOptions;
  readonly scheme: Scheme;
  readonly counts: number[][];
  readonly keep: (cell: BivariateCell | null) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const write = (value: number) => formats.decimal(value);
  const lines =
    options.language === 'zh'
      ? ['近7天,按在住户数折算;格内为网格数', '分档依本社区近90天,每日0时定一次']
      : ['7 days, per households; cells count grids', 'Breaks from 90 days, set daily at 00:00'];
  if (scheme !== 'both') {
    const title = scheme === 'requests' ? t('legend.requestsAxis') : t('legend.visitsAxis');
    return (
      <SingleLegend
        measure={scheme}
        title={title}
        breaks={SINGLE_BREAKS[scheme].map(write)}
        lines={lines}
        screen={options.screen}
        stale={options.stale}
      />
    );
  }
  return (
    <BivariateLegend
      counts={counts}
      requestBreaks={[write(PAIR_BREAKS.requests[0]), write(PAIR_BREAKS.requests[1])]}
      visitBreaks={[write(PAIR_BREAKS.visits[0]), write(PAIR_BREAKS.visits[1])]}
      lines={lines}
      shortLine={t('legend.windowD7')}
      screen={options.screen}
      stale={options.stale}
      onFilter={keep}
    />
  );
}

function Aside({ options }: { readonly options: GalleryOptions }) {
  const { t } = useTranslation();
  const { screen, stale, language } = options;
  const rows = FIXTURE_ROWS[language];
  return (
    <>
      <SectionHeading
        title={t('attention.title')}
        detail={rows.length}
        end={screen ? undefined : t('attention.byDeadline')}
      />
      <ul className="qh-gallery-rows">
        {rows.map(({ actionText, ...row }) => (
          <AttentionRow
            key={row.title}
            {...row}
            stale={stale}
            screen={screen}
            onOpen={() => undefined}
            action={{ text: actionText, onAction: () => undefined }}
          />
        ))}
      </ul>
      {screen ? null : (
        <div className="qh-gallery-grid">
          <SectionHeading
            title={language === 'zh' ? '15网格' : 'Grid 15'}
            detail={
              <>
                <Num value="6" unit="个单元" />・<Num value="376" unit="户" />
                ・网格员 宋佳・支部书记 邓立
              </>
            }
            end={<TextAction text="为什么是这个颜色" onAction={() => undefined} stale={stale} />}
            stale={stale}
          />
          <p className="qh-gallery-sentence" data-stale={stale}>
            应访42,已访40,2户超期;诉求3,均已办结
          </p>
          <TrendChart
            points={FIXTURE_TREND}
            summary="走访上升,诉求平稳"
            period={t('legend.windowD90')}
            mode="desk"
            stale={stale}
          />
        </div>
      )}
    </>
  );
}
