// 为什么: the rule of each measure in words, and the labels of its numbers.
import { fill, type Language, type Text, type TextParams } from '@qinghe/schema';
import type { Metric } from './metric.ts';

export const RULES: Readonly<Record<Metric, Text>> = {
  NEW_REQUESTS: { zh: '窗口内新登记的诉求件数。', en: 'Requests registered in the window.' },
  CLOSED_REQUESTS: {
    zh: '窗口内结案的诉求件数;重开后再结案算两次。',
    en: 'Requests closed in the window; one reopened and closed again counts twice.',
  },
  VISITS: {
    zh: '窗口内有人应门的走访次数;无人应门不算走访。',
    en: 'Visits in the window; a knock that nobody answered is not a visit.',
  },
  DOORS_MET: { zh: '窗口内见到面的户数,同一户只算一次。', en: 'Distinct households met in the window.' },
  OPEN_REQUESTS: {
    zh: '此刻未办结的诉求;与窗口无关。',
    en: 'Requests open at this instant; the window does not apply.',
  },
  OVERDUE_REQUESTS: {
    zh: '此刻未办结且已超过办理时限的诉求;与窗口无关。',
    en: 'Requests open and past their deadline at this instant; the window does not apply.',
  },
  DOORS_DUE: {
    zh: '今天应访的户:日访、周访、月访到期者,今天已见面的仍计在内;与窗口无关。',
    en: 'Doors due today by their cadence, met or not; the window does not apply.',
  },
  DOORS_OVERDUE: {
    zh: '到期日 {hour}:00 仍未见面的户;与窗口无关。',
    en: 'Doors not met by {hour}:00 of the day they were due; the window does not apply.',
  },
  COVERAGE: {
    zh: '今天已见面的应访户 ÷ 今天应访户;无应访户则没有数值。',
    en: 'Doors due and met today ÷ doors due today; none when no door is due.',
  },
};

export const LABELS = {
  value: { zh: '数值', en: 'Value' },
  numerator: { zh: '件(户)数', en: 'Count' },
  denominator: { zh: '分母', en: 'Divided by' },
  per100: { zh: '每百户 = 件数 × 100 ÷ {households} 户', en: 'per 100 households = count × 100 ÷ {households}' },
  perHectare: { zh: '每公顷 = 件数 ÷ {hectares} 公顷', en: 'per hectare = count ÷ {hectares} ha' },
  window: { zh: '窗口', en: 'Window' },
  asOf: { zh: '数据截至', en: 'As of' },
  breaks: { zh: '分档(近90天,每日0时定)', en: 'Breaks (last 90 days, set at midnight)' },
  seq: { zh: '事件序号', en: 'Event sequence' },
} as const satisfies Record<string, Text>;

export function label(key: keyof typeof LABELS, language: Language, params: TextParams = {}): string {
  return fill(LABELS[key], language, params);
}
