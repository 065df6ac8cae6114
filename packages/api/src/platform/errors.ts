// The two ways to say no. AppError: the caller's fault, thrown. Refusal: an expected outcome, returned as a union member.
import { type ErrorCode, type Language, type TextParams, errorText } from '@qinghe/schema';

/** A caller's fault: thrown anywhere, answered with its code, the path to the fault, and a sentence in zh or en. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: TextParams;
  readonly path: string | undefined;

  constructor(code: ErrorCode, params: TextParams = {}, path?: string) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
    this.path = path;
  }
}

/** An outcome the caller can act on; the resolver's union calls it Refusal. */
export interface RefusalView {
  readonly code: string;
  readonly message: string;
  readonly path: string | null;
}

/** @param path where the fault lies in the input, e.g. `input.outcome` */
export function refusal(code: ErrorCode, language: Language, params: TextParams = {}, path?: string): RefusalView {
  return { code, message: errorText(code, language, params), path: path ?? null };
}

export function isRefusal(value: object): value is RefusalView {
  return 'code' in value && 'message' in value && 'path' in value;
}
