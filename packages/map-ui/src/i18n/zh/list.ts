// Words of the list beside the map, in the source language.
export const list = {
  title: '列表',
  caption: '与地图相同的数字・{{by}}',
  name: '名称',
  household: '住户',
  requests: '诉求',
  visits: '走访',
  open: '未办结',
  overdue: '超时',
  doorsDue: '应访',
  doorsOverdue: '超期',
  coverage: '见面率',
  sortBy: '按{{column}}排序',
  empty: '还没有网格',
} as const;
