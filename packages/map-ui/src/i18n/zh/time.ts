// Words of time: as-of, dead stream, in the source language.
export const time = {
  asOf: '数据截至',
  staleSince: '数据停在',
  interrupted: '已中断',
  reconnecting: '正在重连',
  stillRegister: '仍可登记,恢复后自动上传',
} as const;
