// Owns the map of the sheet: the same weights as on the screen, in vectors, with hatches under the lines.
import { useId, useMemo } from 'react';
import { type AreaLayer, boundsOf, gridLabels, type MapGeometry } from '#map/index';
import { fillColour, type FigureLook, inkOn, isCornerToFix } from '#ui/theme';
import { HatchedArea } from './hatched-area.tsx';
import { hatchOf } from './hatch.ts';
import { BuildingNames, Gates, Ground, GridLines, Walls } from './paper-base.tsx';
import { geometryPath } from './paper-shapes.ts';
import type { Sheet } from './sheet.types.ts';
import { MAP_FRAME, type OnPaper, sheetProjection, type SheetProjection } from './sheet-layout.ts';

const LAYER = { grid: 'grids', building: 'buildings', entrance: 'entrances' } as const satisfies Record<
  Sheet['by'],
  AreaLayer
>;
const { x, y, width, height } = MAP_FRAME;

/** Null where there is nothing to draw. */
export function projectionOf(geometry: MapGeometry): SheetProjection | null {
  const bounds = boundsOf(geometry.grids) ?? boundsOf(geometry.buildings);
  return bounds && sheetProjection(bounds, MAP_FRAME);
}

/** Props of the map's parts. */
interface MapProps {
  readonly sheet: Sheet;
  readonly projection: SheetProjection;
}

export function SheetMap({ sheet, projection }: MapProps) {
  const clip = useId();
  const { toPaper } = projection;
  return (
    <g>
      <clipPath id={clip}>
        <rect x={x} y={y} width={width} height={height} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <Ground geometry={sheet.geometry} {...projection} />
        {sheet.by === 'building' ? null : <Fills sheet={sheet} toPaper={toPaper} />}
        <Buildings sheet={sheet} toPaper={toPaper} />
        <Walls geometry={sheet.geometry} toPaper={toPaper} />
        <GridLines geometry={sheet.geometry} toPaper={toPaper} />
        <BuildingNames geometry={sheet.geometry} toPaper={toPaper} />
        <Gates geometry={sheet.geometry} toPaper={toPaper} />
        <Pills sheet={sheet} toPaper={toPaper} />
      </g>
      <rect x={x} y={y} width={width} height={height} className="qh-paper-frame" />
    </g>
  );
}

interface DrawProps {
  readonly sheet: Sheet;
  readonly toPaper: OnPaper;
}

const PLAIN_LOOK: FigureLook = { look: 'none' };

function Fills({ sheet, toPaper }: DrawProps) {
  return sheet.geometry[LAYER[sheet.by]].features.map(({ id, geometry }) => {
    const look = sheet.looks.get(Number(id)) ?? PLAIN_LOOK;
    const fill = fillColour(look, sheet.scheme, false);
    return (
      <HatchedArea
        key={id}
        path={geometryPath(geometry, toPaper)}
        frame={MAP_FRAME}
        fill={fill}
        hatch={hatchOf(look, sheet.scheme)}
        ink={inkOn(fill)}
        corner={isCornerToFix(look.cell)}
      />
    );
  });
}

function Buildings({ sheet, toPaper }: DrawProps) {
  const { buildings } = sheet.geometry;
  return (
    <>
      {sheet.by === 'building' ? <Fills sheet={sheet} toPaper={toPaper} /> : null}
      {buildings.features.map(({ id, geometry, properties }) => (
        <path
          key={id}
          d={geometryPath(geometry, toPaper)}
          fill={sheet.by === 'building' ? 'none' : '#FAF8F4'}
          fillOpacity={0.78}
          className="qh-paper-building"
          strokeDasharray={properties.residential ? undefined : '1.2 0.8'}
        />
      ))}
    </>
  );
}

const PILL = { height: 7.6, perDigit: 3.3, margin: 5 } as const;

function Pills({ sheet, toPaper }: DrawProps) {
  const labels = useMemo(() => gridLabels(sheet.geometry, 'desk'), [sheet.geometry]);
  return labels.features.map(({ id, geometry, properties }) => {
    const [left, top] = toPaper(geometry.coordinates);
    const look = sheet.by === 'grid' ? sheet.looks.get(Number(id)) : undefined;
    const text = isCornerToFix(look?.cell) ? `${properties.label}!` : properties.label;
    const wide = text.length * PILL.perDigit + PILL.margin;
    return (
      <g key={id}>
        <rect
          x={left - wide / 2}
          y={top - PILL.height / 2}
          width={wide}
          height={PILL.height}
          rx={PILL.height / 2}
          className="qh-paper-pill"
        />
        <text x={left} y={top + 2.05} className="qh-paper-number">
          {text}
        </text>
        {look?.note === undefined ? null : (
          <text x={left} y={top + PILL.height / 2 + 3.6} className="qh-paper-building-name">
            {look.note}
          </text>
        )}
      </g>
    );
  });
}
