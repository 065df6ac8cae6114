// Owns words used everywhere, in the source language. One area a file, so that several people can add at once.
export const common = {
  productName: '网格一张图',
  retry: '重试',
  loading: '正在载入',
  syntheticChip: '演示数据(虚构)',
  demoClockChip: '演示时钟',
} as const;
