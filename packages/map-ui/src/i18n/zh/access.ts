// Words of sign-in, sessions and screen mode, in the source language.
export const access = {} as const;
