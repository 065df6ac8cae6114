// Owns what a failed question to the server looks like. Refuses wording: the server's sentence is shown as it came.

/** A refusal or failure of a request. `message` is in the viewer's language and says what to do next. */
export class ApiError extends Error {
  /** A published code, or `OFFLINE` when nobody answered. */
  readonly code: string;
  /** Path to the fault in the input, e.g. `input.door`. */
  readonly field: string | null;
  /** For the person who is asked for help. */
  readonly requestId: string | null;

  constructor(fault: { code: string; message: string; field?: string | null; requestId?: string | null }) {
    super(fault.message);
    this.name = 'ApiError';
    this.code = fault.code;
    this.field = fault.field ?? null;
    this.requestId = fault.requestId ?? null;
  }
}

interface GraphqlFault {
  readonly message?: string;
  readonly extensions?: { readonly code?: string; readonly field?: string; readonly requestId?: string };
}

/** The first error of an answer; INTERNAL where it carries no code. */
export function faultOf(errors: readonly GraphqlFault[]): ApiError {
  const [first] = errors;
  return new ApiError({
    code: first?.extensions?.code ?? 'INTERNAL',
    message: first?.message ?? '',
    field: first?.extensions?.field ?? null,
    requestId: first?.extensions?.requestId ?? null,
  });
}
