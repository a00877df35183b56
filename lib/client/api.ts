import { fail, ok, type Result } from "@/lib/domain/result";

export type ApiIssue = {
  path: (string | number)[];
  code: string;
  params?: Record<string, string | number>;
  /** In the reader's language. */
  message: string;
};

/** Why a request was refused, as the API tells it. The code `offline` is ours: nothing answered. */
export type ApiError = {
  code: string;
  reason: string;
  /** In the reader's language; empty when nothing answered. */
  message: string;
  params: Record<string, string | number>;
  issues: ApiIssue[];
  requestId: string | null;
  status: number;
};

/** Requests that a page makes side by side: fewer than a browser lets through to one server. */
export const requestsAtOnce = 4;

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

const unreadable = (code: string, status: number): ApiError => ({
  code,
  reason: code,
  message: "",
  params: {},
  issues: [],
  requestId: null,
  status,
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

async function readError(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined);
  const told = isRecord(body) && isRecord(body["error"]) ? body["error"] : {};
  return { ...unreadable("unexpected", response.status), ...told, status: response.status };
}

/** A path, with headers or a signal where a request needs them. */
export type Target = string | { path: string; headers?: Record<string, string>; signal?: AbortSignal };

function toRequest(method: Method, target: Target, body: unknown): Request {
  const { path, headers, signal } = typeof target === "string" ? { path: target } : target;
  return new Request(path, {
    method,
    credentials: "same-origin",
    headers: {
      Accept: "application/json",
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    body: body === undefined ? null : JSON.stringify(body),
    signal: signal ?? null,
  });
}

async function send<T>(
  request: Request,
  read: (response: Response) => Promise<T>,
): Promise<Result<T, ApiError>> {
  try {
    const response = await fetch(request);
    return response.ok ? ok(await read(response)) : fail(await readError(response));
  } catch (error) {
    const aborted = error instanceof DOMException && error.name === "AbortError";
    return fail(unreadable(aborted ? "aborted" : "offline", 0));
  }
}

/** The one way the browser speaks to the API. A refusal and a lost connection are values, not exceptions. */
export const apiRequest = <T>(method: Method, target: Target, body?: unknown): Promise<Result<T, ApiError>> =>
  send(toRequest(method, target, body), async (response) =>
    response.status === 204 ? (undefined as T) : ((await response.json()) as T),
  );

/** The same for what answers with a file. */
export const apiText = (target: Target): Promise<Result<string, ApiError>> =>
  send(toRequest("GET", target, undefined), (response) => response.text());
