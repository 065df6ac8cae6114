// Owns the map of a plan's sheet: tints under lines, before dashed and after solid, moved units hatched and named, locks by their
// mark in the table. Vectors only.
import { type ReactNode, useId, useMemo } from 'react';
import { gridLabels } from '#map/index';
import { TINTS } from '#ui/theme';
import { HatchedArea } from './hatched-area.tsx';
import { BuildingNames, Gates, GridLines, Ground, Walls } from './paper-base.tsx';
import { geometryPath } from './paper-shapes.ts';
import type { PlanSheet } from './plan-sheet.types.ts';
import { MAP_FRAME, type OnPaper, type SheetProjection } from './sheet-layout.ts';

const { x, y, width, height } = MAP_FRAME;
const PILL = { height: 7.6, perDigit: 3.3, margin: 5 } as const;

/** Props of `PlanSheetMap`. */
export interface PlanSheetMapProps {
  readonly sheet: PlanSheet;
  readonly projection: SheetProjection;
}

export function PlanSheetMap({ sheet, projection }: PlanSheetMapProps) {
  const clip = useId();
  const { geometry } = sheet;
  const { toPaper } = projection;
  return (
    <g>
      <clipPath id={clip}>
        <rect x={x} y={y} width={width} height={height} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <Ground geometry={geometry} {...projection} />
        <Tints sheet={sheet} toPaper={toPaper} />
        {geometry.buildings.features.map(({ id, geometry: shape, properties }) => (
          <path
            key={id}
            d={geometryPath(shape, toPaper)}
            fill="#FAF8F4"
            fillOpacity={0.78}
            className="qh-paper-building"
            strokeDasharray={properties.residential ? undefined : '1.2 0.8'}
          />
        ))}
        <MovedCells sheet={sheet} toPaper={toPaper} />
        <Walls geometry={geometry} toPaper={toPaper} />
        <path d={geometryPath(sheet.before, toPaper)} className="qh-paper-before" />
        <GridLines geometry={geometry} toPaper={toPaper} />
        <BuildingNames geometry={geometry} toPaper={toPaper} />
        <Gates geometry={geometry} toPaper={toPaper} />
        <Pills sheet={sheet} toPaper={toPaper} />
        <MoveNames sheet={sheet} toPaper={toPaper} />
      </g>
      <rect x={x} y={y} width={width} height={height} className="qh-paper-frame" />
    </g>
  );
}

interface DrawProps {
  readonly sheet: PlanSheet;
  readonly toPaper: OnPaper;
}

function Tints({ sheet, toPaper }: DrawProps): ReactNode {
  const tintOf = new Map(sheet.rows.map(({ grid, tint }) => [grid, tint]));
  return sheet.geometry.grids.features.map(({ id, geometry, properties }) => (
    <path
      key={id}
      d={geometryPath(geometry, toPaper)}
      fill={TINTS[tintOf.get(properties.label) ?? 0] ?? TINTS[0]}
      fillOpacity={0.7}
    />
  ));
}

function MovedCells({ sheet, toPaper }: DrawProps): ReactNode {
  const moved = new Set(sheet.moves.map(({ mapId }) => mapId));
  return sheet.geometry.entrances.features.map(({ id, geometry }) =>
    moved.has(Number(id)) ? (
      <HatchedArea
        key={id}
        path={geometryPath(geometry, toPaper)}
        frame={MAP_FRAME}
        fill="none"
        hatch={{ diagonal: 'one' }}
        ink="#1B1F23"
      />
    ) : null,
  );
}

function Pills({ sheet, toPaper }: DrawProps): ReactNode {
  const labels = useMemo(() => gridLabels(sheet.geometry, 'desk'), [sheet.geometry]);
  return labels.features.map(({ id, geometry, properties }) => {
    const [left, top] = toPaper(geometry.coordinates);
    const wide = properties.label.length * PILL.perDigit + PILL.margin;
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
          {properties.label}
        </text>
      </g>
    );
  });
}

/** 3栋3单元 → 02, at the unit. */
function MoveNames({ sheet, toPaper }: DrawProps): ReactNode {
  return sheet.moves.map(({ mapId, name, point, to }) => {
    const [left, top] = toPaper(point);
    return (
      <text key={mapId} x={left} y={top - 4.6} className="qh-paper-building-name qh-paper-move">
        {`${name} → ${to}`}
      </text>
    );
  });
}
