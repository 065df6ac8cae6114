// Owns words used everywhere, in the source language. One area a file, so that several people can add at once.
export const common = {
  productName: '网格一张图',
  retry: '重试',
  loading: '正在载入',
  syntheticChip: '演示数据(虚构)',
  demoClockChip: '演示时钟',
  printSheet: '打印 A3',
  list: '列表',
  importData: '导入数据',
  register: '登记诉求',
  modePEACE: '平时模式',
  modeEMERGENCY: '应急模式',
  switchCommunity: '切换社区',
  noCommunity: '还没有您能看的社区',
  noCommunityNote: '请管理员把您加入一个社区',
} as const;
