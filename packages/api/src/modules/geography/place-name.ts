// Owns how a stored place name is said in the viewer's language. Where a name is a number and a kind (9栋2单元) it is
// said from the numbers; refuses to translate proper names: 和平楼 stays what people call it.
import { fill, type Language, type Text } from '@qinghe/schema';

const ENTRANCE = /^(.+?)(\d+)单元$/;
const BUILDING = /^(\d+)\s*(?:栋|号楼|幢|座)$/;

/** 9栋 and 9栋2单元 in Chinese as stored; in English "Building 9" and "Building 9, entrance 2". O(length). */
export function placeName(stored: string, language: Language): string {
  if (language !== 'EN') return stored;
  const [, building = stored, entrance] = ENTRANCE.exec(stored) ?? [];
  const number = BUILDING.exec(building)?.[1];
  const said = number === undefined ? building : `Building ${number}`;
  return entrance === undefined ? said : `${said}, entrance ${entrance}`;
}

const INVENTED: Text = {
  zh: '演示数据(虚构):布局、人员、诉求与走访均为生成;工作日历仅含周末与少数固定日期',
  en: 'Demo data (invented): everything is generated; holidays are weekends and a few dates',
};

/** Whom the map names as its source: an invented community says first that it is invented. Null for nobody. */
export function creditOf(
  { synthetic, attribution }: { readonly synthetic: boolean; readonly attribution: string | null },
  language: Language,
): string | null {
  const credits = [synthetic ? fill(INVENTED, language, {}) : null, attribution];
  return credits.filter((credit) => credit !== null).join('; ') || null;
}
