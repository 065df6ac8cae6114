// Owns what the gallery's address may ask for: ?lang=en&screen=1&stale=1&scheme=visits&odd=1&level=entrances&view=parts
import type { Language } from '#i18n/index';
import type { DataLevel } from '#map/index';
import type { Scheme } from '#ui/theme';

/** How the gallery is shown. */
export interface GalleryOptions {
  readonly language: Language;
  readonly screen: boolean;
  readonly stale: boolean;
  readonly phone: boolean;
  readonly narrow: boolean;
  readonly odd: boolean;
  readonly selected: boolean;
  /** A grid as if the pointer were on it; null for none. */
  readonly hovered: number | null;
  readonly parts: boolean;
  readonly scheme: Scheme;
  readonly level: DataLevel;
}

/** Reads the address; anything unknown falls back to the live desk view in Chinese. */
export function galleryOptions(search: string, widthPixels: number): GalleryOptions {
  const asked = new URLSearchParams(search);
  const on = (name: string) => asked.get(name) === '1';
  const scheme = (['requests', 'visits'] as const).find((name) => name === asked.get('scheme')) ?? 'both';
  const level = (['buildings', 'entrances', 'heat'] as const).find((name) => name === asked.get('level')) ?? 'grids';
  return {
    language: asked.get('lang') === 'en' ? 'en' : 'zh',
    screen: on('screen'),
    stale: on('stale'),
    phone: widthPixels <= 640,
    narrow: widthPixels <= 1440,
    odd: on('odd'),
    selected: !on('unselected'),
    hovered: asked.has('hover') ? Number(asked.get('hover')) : null,
    parts: asked.get('view') === 'parts',
    scheme,
    level,
  };
}
