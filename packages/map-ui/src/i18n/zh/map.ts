// Words on and over the map, in the source language.
export const map = {
  north: '北',
  northUp: '上方为北',
  name: '社区网格地图,方向键移动,加减键缩放',
  sheet: '信息面板',
  sheetHandle: '面板高度',
  sheetPeek: '收起',
  sheetHalf: '半开',
  sheetFull: '全开',
  sheetRaise: '抬高面板',
  sheetLower: '放低面板',
} as const;
