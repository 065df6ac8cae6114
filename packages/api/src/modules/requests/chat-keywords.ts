// Owns the words by which a message shows its category and its urgency. Data only, to be tuned by reading real messages.
// Refuses weights above 3: one word should propose, not decide; a person confirms the category.
import type { CategoryCode } from '../geography/norms.ts';

/** Words of each category with their weight, 1 a hint to 3 nearly certain. English words in lower case. */
export const CATEGORY_WORDS: Readonly<Record<Exclude<CategoryCode, 'OTHER'>, readonly (readonly [string, number])[]>> = {
  SEWAGE: [['返污', 3], ['污水', 3], ['下水道', 3], ['下水', 2], ['化粪池', 3], ['反水', 3], ['返水', 3], ['倒灌', 2], ['地漏', 2], ['马桶', 2], ['堵', 1], ['积水', 1], ['臭', 1], ['sewage', 3], ['drain', 2]],
  WATER_LEAK: [['漏水', 3], ['渗水', 3], ['滴水', 2], ['水管爆', 3], ['爆管', 3], ['天花板', 1], ['leak', 3]],
  UTILITIES: [['停水', 3], ['停电', 3], ['停气', 3], ['没水', 3], ['没电', 3], ['没气', 2], ['跳闸', 2], ['断电', 3], ['暖气', 2], ['水压', 2], ['no water', 3], ['no power', 3], ['power cut', 3]],
  LIFT: [['电梯', 3], ['困梯', 3], ['lift', 2], ['elevator', 3]],
  LIGHTING: [['路灯', 3], ['楼道灯', 3], ['灯不亮', 3], ['灯坏', 3], ['声控灯', 3], ['照明', 2], ['太黑', 1], ['light', 2]],
  SANITATION: [['垃圾', 3], ['卫生', 2], ['脏', 1], ['蟑螂', 2], ['老鼠', 2], ['狗屎', 2], ['杂物', 1], ['清运', 2], ['rubbish', 3], ['garbage', 3]],
  NOISE: [['噪音', 3], ['太吵', 3], ['吵', 1], ['广场舞', 2], ['半夜装修', 3], ['装修声', 3], ['扰民', 2], ['noise', 3]],
  PARKING: [['停车', 3], ['车位', 3], ['挪车', 3], ['堵车', 2], ['占道', 2], ['乱停', 2], ['parking', 3]],
  NEIGHBOURS: [['吵架', 3], ['打架', 3], ['纠纷', 3], ['邻居不', 2], ['调解', 3], ['dispute', 3]],
  CARE_HELP: [['老人', 2], ['独居', 2], ['轮椅', 2], ['买药', 3], ['送药', 3], ['送菜', 2], ['摔倒', 3], ['照顾', 2], ['帮扶', 3], ['送饭', 3], ['elder', 2], ['wheelchair', 2]],
  SAFETY: [['着火', 3], ['起火', 3], ['冒烟', 3], ['煤气味', 3], ['燃气泄漏', 3], ['消防', 3], ['飞线', 3], ['楼道充电', 3], ['高空抛物', 3], ['触电', 3], ['漏电', 3], ['fire', 3], ['smoke', 2]],
  PUBLIC_FACILITY: [['健身器材', 3], ['门禁', 3], ['单元门', 3], ['对讲', 2], ['围墙', 2], ['扶手', 2], ['路面', 2], ['井盖', 3], ['监控', 2], ['gate', 1], ['railing', 2]],
  POLICY_ADVICE: [['咨询', 3], ['政策', 3], ['怎么办理', 3], ['补贴', 2], ['低保', 2], ['公租房', 2], ['续租', 3], ['社保', 2], ['policy', 2], ['subsidy', 2]],
};

/** The sender wants somebody at once: the kind becomes URGENT. */
export const URGENT_WORDS: readonly string[] = ['快来', '马上', '紧急', '赶紧', '赶快', '急!', '急急', '救命', 'urgent', 'right now', 'hurry'];

/** Life or property is threatened: proposes the clocks of a threat. */
export const THREAT_WORDS: readonly string[] = ['着火', '起火', '冒烟', '煤气味', '燃气泄漏', '触电', '漏电', '困在电梯', '困梯', '晕倒', '救命', 'on fire', 'trapped'];
