// What deciding a plan and handing over may be refused for. Refuses codes of drawing it: those stand beside.
import type { Text } from './text.ts';

export const PLAN_DECISION_TEXTS = {
  PLAN_INCOMPLETE: {
    zh: '还有 {count} 个单元未分配({names}),请先分配完再提交。',
    en: '{count} units are in no grid yet ({names}). Assign them first.',
  },
  PLAN_CHECKS_OPEN: {
    zh: '还有 {count} 项检查未通过:{first}。请先修改,或写明理由豁免。',
    en: '{count} checks are not passed: {first}. Mend them, or exempt them with a reason.',
  },
  PLAN_GRID_EMPTY: {
    zh: '{grids} 网格里没有单元。请划入单元,或撤销这个网格。',
    en: 'Grid {grids} has no entrance. Move some into it, or close it.',
  },
  PLAN_NOT_AT_STAGE: {
    zh: '方案在当前环节不能这样操作,请看方案的进度。',
    en: 'The plan is not at a stage for this. Look at how far it has come.',
  },
  PLAN_NOT_YOUR_TURN: {
    zh: '这一步不由您的角色办理。',
    en: 'This step is for another role.',
  },
  PLAN_NOTE_REQUIRED: { zh: '退回时请写明原因。', en: 'Say why the plan goes back.' },
  PLAN_DAY_OUT_OF_RANGE: {
    zh: '生效日期最早为 {first},最晚为 {last}。',
    en: 'A plan comes in force on {first} at the earliest and {last} at the latest.',
  },
  PLAN_LATER_SCHEDULED: {
    zh: '方案“{name}”已定于 {day} 生效,请选择更晚的日期。',
    en: 'The plan "{name}" comes in force on {day}. Choose a later day.',
  },
  PLAN_BEGUN: {
    zh: '方案已于 {day} 零时生效,不能再撤回。要恢复原来的网格,请从历史方案另开草案。',
    en: 'The plan came in force at 00:00 of {day} and cannot be withdrawn. To return to the grids before it, branch a draft from the past plan.',
  },
  PLAN_FOLLOWED: {
    zh: '方案“{name}”定于 {day} 生效,排在它之后,请先撤回那一个。',
    en: 'The plan "{name}" follows it on {day}. Withdraw that one first.',
  },
  PLAN_GRID_WITHOUT_WORKER: {
    zh: '{grids} 网格届时没有网格员,请先为它安排一位。',
    en: 'Nobody will be assigned to grid {grids} then. Appoint a worker to it first.',
  },
  PLAN_HANDOVERS_OPEN: {
    zh: '{names} 上一次的交接还没有确认,请先完成({count} 项)。',
    en: '{count} hand-overs of {names} are still open. Accept them first.',
  },
  HANDOVER_NOT_YET: {
    zh: '{day} 起才能确认交接。',
    en: 'This can be accepted from {day} on.',
  },
  HANDOVER_NOT_YOURS: {
    zh: '只有接收的网格员或书记可以确认。',
    en: 'Only the receiving worker or the secretary may accept this.',
  },
  PLAN_SEARCHES_BUSY: {
    zh: '已有 {max} 个方案在计算,请稍后再试。',
    en: '{max} searches are running already. Try again in a moment.',
  },
} as const satisfies Record<string, Text>;
