// Owns how short a building is written on the map in the viewer's language. Refuses full names: those come from the server.
import type { TFunction } from 'i18next';
import type { BuildingFacts } from './community-geometry.ts';

/** Chinese names as stored (9栋); in English by kind or number (Bldg 9), and proper names as they are. */
export function buildingLabel(language: string, t: TFunction): (building: BuildingFacts) => string {
  if (language === 'zh') return ({ name }) => name;
  const kinds: Readonly<Record<string, string>> = {
    CANTEEN: t('map.kindCANTEEN'),
    PROPERTY_OFFICE: t('map.kindPROPERTY_OFFICE'),
    SERVICE_CENTRE: t('map.kindSERVICE_CENTRE'),
  };
  return ({ name, number, kind }) =>
    kinds[kind] ?? (number !== '' && name.startsWith(number) ? t('map.buildingNumber', { number }) : name);
}
