// Words of the answers to "why", in the source language.
export const explain = {
  title: '为什么',
  back: '返回',
  step: '五档中的第 {{step}} 档,数值 {{value}}',
  tier: '与另一项合看时属“{{tier}}”档(界限 {{bounds}})',
  visits_other: '依据:窗口内 {{count}} 次走访。只计次数,不列门牌。',
  records_other: '依据:{{count}} 件诉求',
  recordsMore_other: '另有 {{count}} 件较早的未列出。',
  noRecords: '窗口内没有诉求。',
  copy: '复制为 GraphQL',
  copied: '已复制',
  notCopied: '浏览器不允许复制,请在下面选取',
  query: '得到同样数字的查询',
  failed: '没有得到解释',
  failedSafe: '地图上的数字不受影响',
  failedNext: '检查网络后重试',
} as const;
