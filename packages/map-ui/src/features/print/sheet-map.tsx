// Owns the map of the sheet: the same weights as on the screen, in vectors, with hatches under the lines.
import { type AreaLayer, boundsOf, type MapGeometry } from '#map/index';
import { fillColour, type FigureLook, inkOn, isCornerToFix } from '#ui/theme';
import { HatchedArea } from './hatched-area.tsx';
import { hatchOf } from './hatch.ts';
import { MapFrame } from './map-frame.tsx';
import { BuildingNames, Buildings, Gates, Ground, GridLines, Pills, type PillWords, Walls } from './paper-base.tsx';
import { geometryPath } from './paper-shapes.ts';
import type { Sheet } from './sheet.types.ts';
import { MAP_FRAME, type OnPaper, sheetProjection, type SheetProjection } from './sheet-layout.ts';

const LAYER = { grid: 'grids', building: 'buildings', entrance: 'entrances' } as const satisfies Record<
  Sheet['by'],
  AreaLayer
>;

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
  const { toPaper } = projection;
  const base = { geometry: sheet.geometry, toPaper };
  return (
    <MapFrame>
      <Ground {...base} scale={projection.scale} />
      <Fills sheet={sheet} toPaper={toPaper} />
      <Buildings {...base} over={sheet.by === 'building'} />
      <Walls {...base} />
      <GridLines {...base} />
      <BuildingNames {...base} />
      <Gates {...base} />
      <Pills {...base} words={(grid) => pillWords(sheet, grid)} />
    </MapFrame>
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

function pillWords({ by, looks }: Sheet, grid: number): PillWords | undefined {
  const look = by === 'grid' ? looks.get(grid) : undefined;
  return look && { mark: isCornerToFix(look.cell) ? '!' : undefined, note: look.note };
}
