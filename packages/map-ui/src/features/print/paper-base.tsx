// Owns what every sheet's map has besides its data: ground, buildings, walls, gates, names, grid lines, numbers. Refuses figures.
import { useMemo } from 'react';
import { gridLabels, type MapGeometry } from '#map/index';
import { namesWithRoom, type PaperBox } from './paper-names.ts';
import { geometryPath, middleOnPaper, nameOnLine } from './paper-shapes.ts';
import { type OnPaper, SMALL_TYPE, THIN_LINE } from './sheet-layout.ts';

/** What the parts are drawn from. */
export interface BaseProps {
  readonly geometry: MapGeometry;
  readonly toPaper: OnPaper;
}

/** Courts, roads with names, lanes: pale, under everything. */
export function Ground({ geometry: { base }, toPaper, scale }: BaseProps & { readonly scale: number }) {
  return base.features.map(({ geometry, properties: { kind, name, widthMetres = 4 } }, index) => {
    if (kind === 'court') return <path key={index} d={geometryPath(geometry, toPaper)} fill="#F3F0E8" />;
    if (kind !== 'road' && kind !== 'lane') return null;
    const label =
      kind === 'road' && name && geometry.type === 'LineString' ? nameOnLine(geometry.coordinates, toPaper) : null;
    return (
      <g key={index}>
        <path
          d={geometryPath(geometry, toPaper)}
          fill="none"
          stroke="#ECE6DA"
          strokeWidth={Math.max(THIN_LINE, (widthMetres * 1000) / scale)}
        />
        {label ? (
          <text
            transform={`translate(${label.x} ${label.y}) rotate(${label.degrees})`}
            className="qh-paper-road"
            dy={SMALL_TYPE * 0.36}
          >
            {name}
          </text>
        ) : null}
      </g>
    );
  });
}

/** Outlines of the buildings; without homes dashed. `over` data they have no paper of their own. */
export function Buildings({ geometry, toPaper, over = false }: BaseProps & { readonly over?: boolean }) {
  return geometry.buildings.features.map(({ id, geometry: shape, properties }) => (
    <path
      key={id}
      d={geometryPath(shape, toPaper)}
      fill={over ? 'none' : '#FAF8F4'}
      fillOpacity={0.78}
      className="qh-paper-building"
      strokeDasharray={properties.residential ? undefined : '1.2 0.8'}
    />
  ));
}

const NOTHING_TAKEN: readonly PaperBox[] = [];

/** Names of buildings where there is room beside numbers and what else is taken, homes first. */
export function BuildingNames({
  geometry,
  toPaper,
  taken = NOTHING_TAKEN,
}: BaseProps & { readonly taken?: readonly PaperBox[] }) {
  const names = useMemo(() => {
    const { features } = geometry.buildings;
    const inOrder = features.toSorted((a, b) => Number(b.properties.residential) - Number(a.properties.residential));
    const all = inOrder.map(({ geometry: shape, properties }) => ({
      text: properties.label,
      middle: middleOnPaper(shape, toPaper),
    }));
    return namesWithRoom(all, [...pillBoxes(geometry, toPaper), ...taken]);
  }, [geometry, toPaper, taken]);
  return names.map(({ text, middle: [x, y] }, index) => (
    <text key={index} x={x} y={y + SMALL_TYPE * 0.36} className="qh-paper-building-name">
      {text}
    </text>
  ));
}

function pillBoxes(geometry: MapGeometry, toPaper: OnPaper): PaperBox[] {
  return gridLabels(geometry, 'desk').features.map(({ geometry: { coordinates }, properties }) => {
    return pillBox(toPaper(coordinates), properties.label);
  });
}

function pillBox([x, y]: readonly [number, number], text: string): PaperBox {
  const halfWide = (text.length * PILL.perLetter + PILL.margin) / 2;
  return { left: x - halfWide, right: x + halfWide, top: y - PILL.height / 2, bottom: y + PILL.height / 2 };
}

export function Walls({ geometry, toPaper }: BaseProps) {
  const walls = geometry.base.features.filter(({ properties }) => properties.kind === 'wall');
  return walls.map((wall, index) => (
    <path key={index} d={geometryPath(wall.geometry, toPaper)} className="qh-paper-wall" />
  ));
}

export function Gates({ geometry, toPaper }: BaseProps) {
  return geometry.base.features.map(({ geometry: shape, properties }, index) => {
    if (properties.kind !== 'gate' || shape.type !== 'Point') return null;
    const [left, top] = toPaper(shape.coordinates);
    return (
      <g key={index}>
        <path d={`M${left - 2.2} ${top - 0.8}h1.6v1.6h-1.6zM${left + 0.6} ${top - 0.8}h1.6v1.6h-1.6z`} fill="#3D444B" />
        <text x={left} y={top + 5} className="qh-paper-building-name">
          {properties.name}
        </text>
      </g>
    );
  });
}

export function GridLines({ geometry: { grids }, toPaper }: BaseProps) {
  const path = grids.features.map(({ geometry }) => geometryPath(geometry, toPaper)).join('');
  return (
    <>
      <path d={path} fill="none" stroke="#FAF8F4" strokeWidth={1.7} strokeLinejoin="round" />
      <path d={path} fill="none" stroke="#1B1F23" strokeWidth={0.8} strokeLinejoin="round" />
    </>
  );
}

const PILL = { height: 7.6, perLetter: 3.3, margin: 5 } as const;

/** What stands in and under a grid's pill beside its number. */
export interface PillWords {
  /** After the number: the corner to fix. */
  readonly mark?: string | undefined;
  /** Under the pill. */
  readonly note?: string | undefined;
}

/** The numbers of the grids on their pills. @param words by the grid's feature id; nothing more where it says nothing */
export function Pills({
  geometry,
  toPaper,
  words,
}: BaseProps & { readonly words?: (grid: number) => PillWords | undefined }) {
  const labels = useMemo(() => gridLabels(geometry, 'desk'), [geometry]);
  return labels.features.map(({ id, geometry: { coordinates }, properties }) => {
    const [left, top] = toPaper(coordinates);
    const { mark = '', note } = words?.(Number(id)) ?? {};
    const text = `${properties.label}${mark}`;
    const box = pillBox([left, top], text);
    return (
      <g key={id}>
        <rect
          x={box.left}
          y={box.top}
          width={box.right - box.left}
          height={PILL.height}
          rx={PILL.height / 2}
          className="qh-paper-pill"
        />
        <text x={left} y={top + 2.05} className="qh-paper-number">
          {text}
        </text>
        {note === undefined ? null : (
          <text x={left} y={box.bottom + 3.6} className="qh-paper-building-name">
            {note}
          </text>
        )}
      </g>
    );
  });
}
