import { apis } from "@/lib/domain/paths";
import { fail, type Result } from "@/lib/domain/result";
import { type ApiError, apiRequest } from "./api";

/** Has the reader's own password checked, then sends what asks for that. */
export async function afterPassword<Value>(
  password: string,
  send: () => Promise<Result<Value, ApiError>>,
): Promise<Result<Value, ApiError>> {
  const checked = await apiRequest<void>("POST", apis.passwordCheck(), { password });
  return checked.ok ? send() : fail(checked.error);
}
