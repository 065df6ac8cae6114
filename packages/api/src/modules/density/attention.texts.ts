// Words of the attention list 需要处理, in both languages.
import { fill, type Language, type Text, type TextParams } from '@qinghe/schema';
import { gridLabel } from '#modules/geography';

export const ATTENTION_WORDS = {
  requestTitle: { zh: '{place} · {category}', en: '{place} · {category}' },
  respondLeft: { zh: '{grid} · 待受理', en: '{grid} · waiting to be accepted' },
  inHand: { zh: '{grid} · 处置中', en: '{grid} · in progress' },
  notAccepted: { zh: '{grid} · 已派{organization},无人接单', en: '{grid} · sent to {organization}, nobody took it' },
  overdue: { zh: '{grid} · 超时未办结', en: '{grid} · not finished in time' },
  responsible: { zh: '{text} · {name}', en: '{text} · {name}' },
  responsibleOff: { zh: '{text} · {name}(已下班,仍由其负责)', en: '{text} · {name} (off duty, still responsible)' },
  doorsDue: { zh: '{place} · {count}户日访未见面', en: '{place} · daily doors not met: {count}' },
  doorsWaiting: { zh: '{place} · {count}户待敲门', en: '{place} · doors to knock at: {count}' },
  doorsBy: { zh: '{grid} · 今日{hour}:00前', en: '{grid} · by {hour}:00 today' },
  doorsLate: { zh: '{grid} · 其中{overdue}户超期', en: '{grid} · {overdue} of them overdue' },
  cornerTitle: { zh: '{grid} · 诉求多、走访少', en: '{grid} · many requests, few visits' },
  cornerDetail: {
    zh: '近7天每百户诉求 {requests} 件,走访 {visits} 户次',
    en: 'Last 7 days per 100 households: {requests} requests, {visits} visits',
  },
  gridName: { zh: '{number}网格', en: 'Grid {number}' },
  noGrid: { zh: '未分网格', en: 'no grid' },
} as const satisfies Record<string, Text>;

export function say(key: keyof typeof ATTENTION_WORDS, language: Language, params: TextParams = {}): string {
  return fill(ATTENTION_WORDS[key], language, params);
}

/** 07网格: two digits, as on the map. */
export function gridName(number: number | null, language: Language): string {
  return number === null ? say('noGrid', language) : say('gridName', language, { number: gridLabel(number) });
}
