import "server-only";
import { AppError } from "@/lib/domain/errors";

/** The key that makes a repeated request start one thing only. Any text the client made up, as long as it is unlikely. */
export function readIdempotencyKey(request: Request): string {
  const key = request.headers.get("idempotency-key") ?? "";
  if (!/^[\w-]{16,128}$/.test(key)) throw new AppError("invalid", "idempotencyKeyMissing");
  return key;
}
