// Words of the printed sheet, in the source language.
export const print = {
  backToMap: '地图',
  note: 'A3 横向,矢量;不含姓名、电话与门牌',
  heatNote: '热力不能印成矢量:此图按单元分档',
  breaksScaled: '分档取7天的 × {{days}}/7',
  print: '打印',
  failed: '图纸没有生成',
  both: '诉求与走访',
  requests: '诉求',
  visits: '走访',
  grid: '网格',
  households: '在住户',
  zero: '没有',
  few: '少于5件',
  none: '无数据',
  scale: '1 : {{scale}}(A3)',
  codeNote: '扫码打开同一视图(需登录)',
} as const;
