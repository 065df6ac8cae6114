// Owns the type that makes a translation complete: every key of the source, no other; plurals where English needs them.

/**
 * A catalogue area in another language. A source key that ends in `_other` has a plural: English adds `_one`.
 */
export type Translated<Source extends Readonly<Record<string, string>>> = {
  readonly [Key in keyof Source]: string;
} & {
  readonly [Key in keyof Source as Key extends `${infer Base}_other` ? `${Base}_one` : never]: string;
};
