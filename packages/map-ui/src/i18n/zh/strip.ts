// Labels of the six figures and their units, in the source language.
export const strip = {
  households: '住户',
  residents: '居民',
  unknown: '未知',
  open: '未办结诉求',
  overdue: '其中超时',
  doorsDue: '今日应访',
  doorsMet: '今日已见面',
  doorsDueThen: '当日应访',
  doorsMetThen: '当日已见面',
  unitHouseholds: '户',
  unitPersons: '人',
  unitRequests: '件',
  figures: '社区六项数字',
} as const;
