// Words of the import, in the source language.
export const imports = {} as const;
