// Words of a grid, a building, an entrance, in the source language.
export const grid = {} as const;
