// Checks the reply of every outcome in both languages, and that only a form of address is personal in it.
import { describe, expect, it } from 'vitest';
import { REQUEST_OUTCOMES } from './request-guards.ts';
import { replyText, type ReplyFacts } from './reply-text.ts';

const facts: ReplyFacts = {
  formOfAddress: '陶师傅',
  category: { zh: '排水返污', en: 'Sewage and drains' },
  outcome: 'FULL',
  reportedAt: new Date('2026-07-07T10:00:00Z'),
  closedAt: new Date('2026-07-07T12:05:00Z'),
  zone: 'Asia/Shanghai',
};

describe('the reply', () => {
  it('speaks in the community’s time, in both languages', () => {
    expect(replyText(facts, 'zh')).toBe(
      '陶师傅您好!您7月7日18:00反映的排水返污问题,已处理完毕(7月7日20:05结案)。如再次出现,请随时联系我们。感谢您的反映!',
    );
    expect(replyText({ ...facts, formOfAddress: 'Master Tao' }, 'en')).toBe(
      'Hello Master Tao, your request of 7 July, 18:00 (Sewage and drains) has been settled. It was closed on 7 July, 20:05. If it comes back, please tell us at any time. Thank you for telling us.',
    );
  });

  it('differs by outcome, and promises a return only where it was settled', () => {
    for (const language of ['zh', 'en'] as const) {
      const replies = REQUEST_OUTCOMES.map((outcome) => replyText({ ...facts, outcome }, language));
      expect(new Set(replies).size).toBe(5);
      expect(replies.filter((reply) => /如再次出现|comes back/.test(reply))).toHaveLength(1);
    }
  });

  it.each([null, '', '  ', '陶师傅13800138000', '9栋602', '称'.repeat(21)])(
    'leaves out the address %s',
    (formOfAddress) => {
      expect(replyText({ ...facts, formOfAddress }, 'zh')).toMatch(/^您好!/);
      expect(replyText({ ...facts, formOfAddress }, 'en')).toMatch(/^Hello, your/);
    },
  );
});
