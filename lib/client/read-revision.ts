import type { RevisionLine } from "@/lib/domain/configurations/views";
import { apis } from "@/lib/domain/paths";
import { fail, ok, type Result } from "@/lib/domain/result";
import { type ApiError, apiRequest } from "./api";

const noAnswer: ApiError = {
  code: "offline",
  reason: "offline",
  message: "",
  params: {},
  issues: [],
  requestId: null,
  status: 0,
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

async function refusal(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined);
  const told = isRecord(body) && isRecord(body["error"]) ? body["error"] : {};
  return { ...noAnswer, code: "unexpected", reason: "unexpected", ...told, status: response.status };
}

export type RevisionKey = { id: string; number: number };

/** The file of a revision, with placeholders where its secrets belong. */
export async function readRevisionFile(
  { id, number }: RevisionKey,
  signal: AbortSignal,
): Promise<Result<string, ApiError>> {
  try {
    const query = new URLSearchParams({ revision: String(number) });
    const response = await fetch(`${apis.registriesYaml(id)}?${query}`, {
      credentials: "same-origin",
      signal,
    });
    return response.ok ? ok(await response.text()) : fail(await refusal(response));
  } catch {
    return fail({ ...noAnswer, code: signal.aborted ? "aborted" : "offline" });
  }
}

/** The revisions of a configuration, newest first. */
export const readRevisions = (
  id: string,
  signal: AbortSignal,
): Promise<Result<readonly RevisionLine[], ApiError>> =>
  apiRequest("GET", { path: apis.configurationRevisions(id), signal });
