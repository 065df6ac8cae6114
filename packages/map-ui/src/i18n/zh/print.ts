// Words of the printed sheet, in the source language.
export const print = {} as const;
