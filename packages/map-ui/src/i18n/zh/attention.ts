// Words of the attention list, in the source language.
export const attention = {
  title: '需要处理',
  byDeadline: '按时限先后',
  empty: '眼下没有要处理的事',
  flyTo: '在地图上看',
  iconRunning: '时限内',
  iconOverdue: '已超时',
  iconCorner: '诉求多、走访少',
  iconDoor: '待敲门',
  iconUnaccepted: '无人接单',
} as const;
