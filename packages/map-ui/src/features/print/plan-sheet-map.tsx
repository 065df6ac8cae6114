// Owns the map of a plan's sheet: tints under lines, before dashed and after solid, moved units hatched and named, locks by their
// mark in the table. Vectors only.
import { type ReactNode, useMemo } from 'react';
import { TINTS } from '#ui/theme';
import { HatchedArea } from './hatched-area.tsx';
import { MapFrame } from './map-frame.tsx';
import { BuildingNames, Buildings, Gates, GridLines, Ground, Pills, Walls } from './paper-base.tsx';
import { nameBox, type PaperName } from './paper-names.ts';
import { geometryPath } from './paper-shapes.ts';
import type { PlanSheet } from './plan-sheet.types.ts';
import { MAP_FRAME, type OnPaper, type SheetProjection, SMALL_TYPE } from './sheet-layout.ts';

/** How far over its unit the middle of a move's name stands. */
const MOVE_LIFT = 5.75;

/** Props of `PlanSheetMap`. */
export interface PlanSheetMapProps {
  readonly sheet: PlanSheet;
  readonly projection: SheetProjection;
}

export function PlanSheetMap({ sheet, projection }: PlanSheetMapProps) {
  const { toPaper } = projection;
  const base = { geometry: sheet.geometry, toPaper };
  const moves = useMemo(() => moveNames(sheet, toPaper), [sheet, toPaper]);
  const taken = useMemo(() => moves.map(nameBox), [moves]);
  return (
    <MapFrame>
      <Ground {...base} scale={projection.scale} />
      <Tints sheet={sheet} toPaper={toPaper} />
      <Buildings {...base} />
      <MovedCells sheet={sheet} toPaper={toPaper} />
      <Walls {...base} />
      <path d={geometryPath(sheet.before, toPaper)} className="qh-paper-before" />
      <GridLines {...base} />
      <BuildingNames {...base} taken={taken} />
      <Gates {...base} />
      <Pills {...base} />
      <MoveNames names={moves} />
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

/** 3栋3单元 → 02, over the unit. */
function moveNames({ moves }: PlanSheet, toPaper: OnPaper): PaperName[] {
  return moves.map(({ name, point, to }) => {
    const [x, y] = toPaper(point);
    return { text: `${name} → ${to}`, middle: [x, y - MOVE_LIFT] };
  });
}

function MoveNames({ names }: { readonly names: readonly PaperName[] }): ReactNode {
  return names.map(({ text, middle: [x, y] }, index) => (
    <text key={index} x={x} y={y + SMALL_TYPE * 0.36} className="qh-paper-building-name qh-paper-move">
      {text}
    </text>
  ));
}
