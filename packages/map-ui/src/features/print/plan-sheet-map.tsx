// Owns the map of a plan's sheet: tints under lines, before dashed and after solid, moved units hatched and named, locks by their
// mark in the table. Vectors only.
import type { ReactNode } from 'react';
import { TINTS } from '#ui/theme';
import { HatchedArea } from './hatched-area.tsx';
import { MapFrame } from './map-frame.tsx';
import { BuildingNames, Buildings, Gates, GridLines, Ground, Pills, Walls } from './paper-base.tsx';
import { geometryPath } from './paper-shapes.ts';
import type { PlanSheet } from './plan-sheet.types.ts';
import { MAP_FRAME, type OnPaper, type SheetProjection } from './sheet-layout.ts';

/** Props of `PlanSheetMap`. */
export interface PlanSheetMapProps {
  readonly sheet: PlanSheet;
  readonly projection: SheetProjection;
}

export function PlanSheetMap({ sheet, projection }: PlanSheetMapProps) {
  const { toPaper } = projection;
  const base = { geometry: sheet.geometry, toPaper };
  return (
    <MapFrame>
      <Ground {...base} scale={projection.scale} />
      <Tints sheet={sheet} toPaper={toPaper} />
      <Buildings {...base} />
      <MovedCells sheet={sheet} toPaper={toPaper} />
      <Walls {...base} />
      <path d={geometryPath(sheet.before, toPaper)} className="qh-paper-before" />
      <GridLines {...base} />
      <BuildingNames {...base} />
      <Gates {...base} />
      <Pills {...base} />
      <MoveNames sheet={sheet} toPaper={toPaper} />
    </MapFrame>
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
