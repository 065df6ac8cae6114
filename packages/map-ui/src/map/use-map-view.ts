// Owns the life of a map in a React tree: waits for the font, makes it once, hands it out, frees it. Refuses what it shows.
import { type RefObject, useEffect, useRef, useState } from 'react';
import 'maplibre-gl/dist/maplibre-gl.css';
import { loadFonts } from '../theme/load-fonts.ts';
import './map.css';
import type { MapPadding } from './map-view.types.ts';

/** What every map in a tree can do. */
interface MountedMap {
  readonly ready: Promise<void>;
  setPadding(padding: MapPadding): void;
  destroy(): void;
}

/** What every canvas of a map is given. */
export interface MapViewProps<View> {
  /** Name of the map for those who do not see it. */
  readonly label: string;
  /** Free margins; a change fits the community again. Keep the object stable between renders. */
  readonly padding: MapPadding;
  /** Called with the map when it stands, with null when it goes. Must be stable. */
  readonly onView: (view: View | null) => void;
  /** Called when the browser gives no WebGL. */
  readonly onFailure?: (error: unknown) => void;
}

/**
 * @param make called once, with the props of that moment
 * @returns where to put the map, and the map once it stands
 */
export function useMapView<View extends MountedMap, Props extends MapViewProps<View>>(
  props: Props,
  make: (container: HTMLElement, props: Props) => View,
): { readonly container: RefObject<HTMLDivElement | null>; readonly view: View | null } {
  const container = useRef<HTMLDivElement>(null);
  const first = useRef({ props, make });
  const [view, setView] = useState<View | null>(null);
  useEffect(() => {
    let made: View | null = null;
    let gone = false;
    const { onView, onFailure } = first.current.props;
    const start = async () => {
      await loadFonts();
      if (gone || !container.current) return;
      made = first.current.make(container.current, first.current.props);
      await made.ready;
      if (gone) return;
      setView(made);
      onView(made);
    };
    start().catch((error: unknown) => onFailure?.(error));
    return () => {
      gone = true;
      made?.destroy();
      setView(null);
      onView(null);
    };
  }, []);
  useEffect(() => view?.setPadding(props.padding), [view, props.padding]);
  return { container, view };
}
