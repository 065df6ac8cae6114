// Owns the reply that a worker copies into the chat group when a request is closed, in zh and en.
// Refuses personal data: of the resident only the given form of address appears; no name of staff, no door, no request text.
import { inZone } from '#platform/time/zoned-time';
import { findPhones, findResidentIds } from './personal-numbers.ts';
import type { RequestOutcome } from './request-guards.ts';

/** What the reply speaks of. The category comes in both languages from the norms. */
export interface ReplyFacts {
  /** As the resident wants to be called, 陶师傅; null: none given. One that holds a number is left out. */
  readonly formOfAddress: string | null;
  readonly category: { readonly zh: string; readonly en: string };
  readonly outcome: RequestOutcome;
  readonly reportedAt: Date;
  readonly closedAt: Date;
  readonly zone: string;
}

const RESULT_ZH: Readonly<Record<RequestOutcome, string>> = {
  FULL: '已处理完毕',
  PARTIAL: '已部分解决,其余部分我们会继续跟进',
  NOT_POSSIBLE: '经核实暂时无法解决,原因可随时向网格员了解',
  DUPLICATE: '与已登记的诉求相同,已合并办理',
  REFERRED: '已转交相关单位办理,进展可随时向网格员了解',
};
const RESULT_EN: Readonly<Record<RequestOutcome, string>> = {
  FULL: 'has been settled',
  PARTIAL: 'has been settled in part; we are following up on the rest',
  NOT_POSSIBLE: 'cannot be settled for now; your grid worker will gladly explain why',
  DUPLICATE: 'was already on our list and is handled together with the earlier one',
  REFERRED: 'was passed on to the body in charge; your grid worker can tell you how it stands',
};
const AGAIN_ZH: Readonly<Partial<Record<RequestOutcome, string>>> = { FULL: '如再次出现,请随时联系我们。' };
const AGAIN_EN: Readonly<Partial<Record<RequestOutcome, string>>> = {
  FULL: ' If it comes back, please tell us at any time.',
};

/** The reply to copy. @throws RangeError on an invalid instant or an unknown zone. */
export function replyText(facts: ReplyFacts, language: 'zh' | 'en'): string {
  const address = safeAddress(facts.formOfAddress);
  if (language === 'zh') {
    const reported = inZone(facts.reportedAt, facts.zone).toFormat('M月d日H:mm');
    const closed = inZone(facts.closedAt, facts.zone).toFormat('M月d日H:mm');
    const again = AGAIN_ZH[facts.outcome] ?? '';
    return `${address ?? ''}您好!您${reported}反映的${facts.category.zh}问题,${RESULT_ZH[facts.outcome]}(${closed}结案)。${again}感谢您的反映!`;
  }
  const reported = inZone(facts.reportedAt, facts.zone).toFormat('d LLLL, HH:mm', { locale: 'en' });
  const closed = inZone(facts.closedAt, facts.zone).toFormat('d LLLL, HH:mm', { locale: 'en' });
  const again = AGAIN_EN[facts.outcome] ?? '';
  return `Hello${address ? ` ${address}` : ''}, your request of ${reported} (${facts.category.en}) ${RESULT_EN[facts.outcome]}. It was closed on ${closed}.${again} Thank you for telling us.`;
}

function safeAddress(given: string | null): string | null {
  const address = given?.trim() ?? '';
  const holdsNumber = /\d{3}/.test(address) || findPhones(address).length > 0 || findResidentIds(address).length > 0;
  return address === '' || address.length > 20 || holdsNumber ? null : address;
}
