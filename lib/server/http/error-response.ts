import "server-only";
import { createTranslator } from "use-intl/core";
import { AppError, type ErrorCode, type ErrorParams, type FieldIssue } from "@/lib/domain/errors";
import { loadMessages } from "@/lib/i18n/messages";
import { readerLocale } from "@/lib/server/auth/request-headers";
import {
  isDatabaseBusy,
  isForeignKeyViolation,
  isMissingRow,
  isUniqueViolation,
} from "@/lib/server/db/errors";
import { log } from "@/lib/server/log";

const statuses: Record<ErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "too-large": 413,
  throttled: 429,
  busy: 503,
  unavailable: 503,
};

/** What a known failure of the database means to the reader; commands that can say more do so before. */
function toAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (isUniqueViolation(error)) return new AppError("conflict", "alreadyExists", { cause: error });
  if (isForeignKeyViolation(error)) return new AppError("conflict", "stillUsed", { cause: error });
  if (isMissingRow(error)) return new AppError("not-found", "gone", { cause: error });
  if (isDatabaseBusy(error)) return new AppError("busy", "databaseBusy", { cause: error });
  return undefined;
}

/** What is answered for a bug of ours. */
const unexpected = (requestId: string) =>
  ({ code: "unexpected", reason: "unexpected", params: { requestId }, issues: [] }) as const;

/** Makes sentences in the reader's language: the text of a code, or of `other` when the catalogue has none. */
async function translatorFor(head: Headers, namespace: "errors" | "issues", other: string) {
  const locale = readerLocale(head);
  const translate = createTranslator({
    locale,
    namespace,
    messages: await loadMessages(locale),
    onError: (error) => log.warn("message.broken", { namespace, error }),
  });
  return (key: string, params: ErrorParams = {}): string =>
    translate(translate.has(key) ? key : other, params);
}

async function toIssueBodies(issues: readonly FieldIssue[], head: Headers) {
  const say = await translatorFor(head, "issues", "invalid-format");
  return issues.map(({ path, code, params = {} }) => ({ path, code, params, message: say(code, params) }));
}

/** The answer to a request that failed. What we did not foresee is logged and answered with the request id alone. */
export async function errorResponse(thrown: unknown, head: Headers, requestId: string): Promise<Response> {
  const error = toAppError(thrown);
  if (!error) log.error("request.failed", { error: thrown });
  else if (error.cause !== undefined)
    log.warn("request.refused", { code: error.code, reason: error.reason, error: error.cause });

  const { code, reason, params, issues } = error ?? unexpected(requestId);
  const say = await translatorFor(head, "errors", "unknown");
  const message = say(reason, params);
  const seconds = error?.params["seconds"];
  return Response.json(
    { error: { code, reason, message, params, issues: await toIssueBodies(issues, head), requestId } },
    {
      status: error ? statuses[error.code] : 500,
      headers: seconds === undefined ? {} : { "retry-after": String(seconds) },
    },
  );
}
