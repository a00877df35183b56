import type { ApiError } from "@/lib/client/api";
import { apis } from "@/lib/domain/paths";
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

/** Fetches the file with its secrets and hands it to the browser as a download; it never stands on the page. */
export async function exportFile(id: string, revision: number): Promise<Result<undefined, ApiError>> {
  const response = await request(id, revision);
  if (!response) return { ok: false, error: offline };
  if (!response.ok) {
    const body: { error?: Partial<ApiError> } = await response.json().catch(() => ({}));
    const error = {
      ...offline,
      code: "unexpected",
      reason: "unexpected",
      ...body.error,
      status: response.status,
    };
    return { ok: false, error };
  }
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = "registries.yaml";
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
  return { ok: true, value: undefined };
}

const request = (id: string, revision: number): Promise<Response | null> =>
  fetch(apis.exportConfiguration(id), {
    method: "POST",
    credentials: "same-origin",
    headers: { "Content-Type": "application/json", Accept: "application/yaml, application/json" },
    body: JSON.stringify({ revision }),
  }).catch(() => null);
