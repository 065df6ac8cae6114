// Words of failures of the page itself; errors of the server come with their text, in the source language.
export const errors = {
  whatFailed: '没有成功',
  whatSafe: '不受影响',
  whatNext: '接下来',
} as const;
