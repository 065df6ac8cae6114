// Words of the answers to "why", in the source language.
export const explain = {} as const;
