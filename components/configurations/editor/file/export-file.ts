import type { ApiError } from "@/lib/client/api";
import type { ExportFormat } from "@/lib/domain/formats/export-format";
import { apis } from "@/lib/domain/paths";
import type { TargetInput } from "@/lib/domain/registries/target";
import type { Result } from "@/lib/domain/result";

const offline: ApiError = {
  code: "offline",
  reason: "offline",
  message: "",
  params: {},
  issues: [],
  requestId: null,
  status: 0,
};

export type ExportRequest = {
  revision: number;
  format: ExportFormat;
  secrets: boolean;
  target: TargetInput;
};

/** Fetches the file and hands it to the browser as a download; what is secret in it never stands on the page. */
export async function exportFile(id: string, body: ExportRequest): Promise<Result<undefined, ApiError>> {
  const response = await request(id, body);
  if (!response) return { ok: false, error: offline };
  if (!response.ok) {
    const answer: { error?: Partial<ApiError> } = await response.json().catch(() => ({}));
    const error = {
      ...offline,
      code: "unexpected",
      reason: "unexpected",
      ...answer.error,
      status: response.status,
    };
    return { ok: false, error };
  }
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = nameOf(response);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
  return { ok: true, value: undefined };
}

const nameOf = ({ headers }: Response): string =>
  /filename="([^"]+)"/.exec(headers.get("content-disposition") ?? "")?.[1] ?? "registries.yaml";

const request = (id: string, body: ExportRequest): Promise<Response | null> =>
  fetch(apis.exportConfiguration(id), {
    method: "POST",
    credentials: "same-origin",
    headers: {
      "Content-Type": "application/json",
      Accept: "application/yaml, application/gzip, application/json",
    },
    body: JSON.stringify(body),
  }).catch(() => null);
