import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { createLog } from "@/lib/server/log";
import { singleton } from "@/lib/server/singleton";
import { apiRequest } from "@/tests/support/actors";
import { findRoutes } from "@/tests/support/routes";
import { type Trace, traceOf } from "./forms";

export type Asked = {
  id?: string;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
};

const read = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Calls routes by their names and keeps what leaves the server: answers with their headers, and log lines. */
export async function recorder() {
  const routes = new Map((await findRoutes()).map((route) => [route.name, route]));
  const traces: Trace[] = [];
  // The finest level: whoever runs the server may ask for it.
  singleton("log", () => createLog("debug", { write: (line) => void traces.push(traceOf("the log", line)) }));

  async function send(name: string, { id = "nothing", query, body, headers }: Asked) {
    const route = routes.get(name);
    if (!route) throw new Error(`no route ${name}`);
    const { method, handler } = route;
    const search = query ? `?${new URLSearchParams(query)}` : "";
    const request = apiRequest(`/api/v1/x${search}`, { method, body, ...(headers && { headers }) });
    const answer = await handler(request, { params: Promise.resolve({ id }) });
    const isStream = answer.headers.get("content-type")?.startsWith("text/event-stream") === true;
    if (isStream) await answer.body?.cancel();
    return { answer, text: isStream ? "" : await answer.text() };
  }

  return {
    routes: [...routes.values()],
    traces,
    /** Keeps the answer, whatever it is. */
    async ask(name: string, asked: Asked): Promise<{ status: number; value: unknown; text: string }> {
      const { answer, text } = await send(name, asked);
      const head = [...answer.headers].filter(([header]) => header !== "set-cookie").join("\n");
      traces.push(traceOf(`the answer of ${name}`, `${answer.status}\n${head}\n${text}`));
      return { status: answer.status, value: read(text), text };
    },
    /** For the few answers that are meant to hold a secret: nothing of them is kept. */
    async askInSecret(name: string, asked: Asked) {
      const { answer, text } = await send(name, asked);
      if (!answer.ok) throw new Error(`${name} answers ${answer.status}`);
      const cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
      return { value: read(text), text, cookie };
    },
  };
}

/** Every file below a folder, byte by byte. */
export const filesBelow = (folder: string): Trace[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { where: `the file ${relative(folder, path)}`, text: readFileSync(path, "latin1") };
    });
