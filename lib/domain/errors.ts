/** Why a request cannot go on. The code decides the HTTP status; the reason and its parameters decide the sentence. */
export const errorCodes = [
  "invalid",
  "unauthenticated",
  "forbidden",
  "not-found",
  "conflict",
  "too-large",
  "throttled",
  "busy",
  "unavailable",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export type ErrorParams = Readonly<Record<string, string | number>>;

/** One refused field: where it stands in the request body and which sentence of the catalogue says why. */
export type FieldIssue = { path: (string | number)[]; code: string; params?: ErrorParams };

/**
 * A request that cannot go on. `reason` is a key under `errors` of the catalogue and `params` fill it, so nothing
 * here may hold a secret; `cause` is logged and never sent.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly reason: string;
  readonly params: ErrorParams;
  readonly issues: readonly FieldIssue[];

  constructor(
    code: ErrorCode,
    reason: string,
    detail: { params?: ErrorParams; issues?: readonly FieldIssue[]; cause?: unknown } = {},
  ) {
    super(`${code}: ${reason}`, { cause: detail.cause });
    this.name = "AppError";
    this.code = code;
    this.reason = reason;
    this.params = detail.params ?? {};
    this.issues = detail.issues ?? [];
  }
}

/** States what must be true; a failure is a bug of ours, not an answer to a user. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant: ${message}`);
}
