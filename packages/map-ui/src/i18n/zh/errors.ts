// Words of failures of the page itself; errors of the server come with their text, in the source language.
export const errors = {
  whatFailed: '没有成功',
  whatSafe: '不受影响',
  whatNext: '接下来',
  noAnswer: '服务器没有应答,请稍后再试',
  pageFailed: '这一块没有显示出来',
  pageSafe: '已登记的内容都在服务器上',
  pageNext: '重试;仍不行请把编号告诉管理员',
  signInFailed: '没有连上服务器',
  signInSafe: '没有改动任何数据',
  signInNext: '检查网络后重试',
  mapFailed: '地图没有显示出来',
  mapSafe: '右侧列表和数字照常更新',
  mapNext: '打开列表查看同样的数字,或换一个支持 WebGL 的浏览器',
} as const;
