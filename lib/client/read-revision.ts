import type { RevisionLine } from "@/lib/domain/configurations/views";
import { apis } from "@/lib/domain/paths";
import type { Result } from "@/lib/domain/result";
import { type ApiError, apiRequest, apiText } from "./api";

export type RevisionKey = { id: string; number: number };

/** The file of a revision, with placeholders where its secrets belong. */
export const readRevisionFile = (
  { id, number }: RevisionKey,
  signal: AbortSignal,
): Promise<Result<string, ApiError>> => {
  const query = new URLSearchParams({ revision: String(number) });
  return apiText({ path: `${apis.registriesYaml(id)}?${query}`, signal });
};

/** The revisions of a configuration, newest first. */
export const readRevisions = (
  id: string,
  signal?: AbortSignal,
): Promise<Result<readonly RevisionLine[], ApiError>> =>
  apiRequest("GET", { path: apis.configurationRevisions(id), ...(signal && { signal }) });
