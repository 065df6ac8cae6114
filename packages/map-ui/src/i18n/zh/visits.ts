// Words of visits and doors, in the source language.
export const visits = {} as const;
