import "server-only";
import { type IncomingMessage, request } from "node:http";
import type { Duplex } from "node:stream";
import type { Asked } from "@/lib/domain/registry-test/asked";
import type { TestFault } from "@/lib/domain/registry-test/result";
import { fail, ok, type Result } from "@/lib/domain/result";
import { connectionFault } from "./failure";
import { endWith } from "./within";

/** One request; `authorization` and `form` are secret. `maxBody` is for answers that may be longer than a token. */
export type Sent = { asked: Asked; authorization?: string; form?: string; maxBody?: number };

/** What came back. The body never leaves the server as it is. */
export type Answer = { status: number; header: (name: string) => string; body: string | null };

const tokenBody = 64 * 1024;

/** The body, or null when it is longer than it may be. */
async function readBody(response: IncomingMessage, maxBody: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    length += chunk.length;
    if (length > maxBody) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function send(socket: Duplex, { asked, authorization, form }: Sent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request({
      createConnection: () => socket,
      method: form === undefined ? "GET" : "POST",
      path: asked.path,
      setHost: false,
      headers: {
        host: asked.authority,
        "user-agent": "pullpath",
        accept: "application/json",
        connection: "close",
        ...(authorization === undefined ? {} : { authorization }),
        ...(form === undefined
          ? {}
          : {
              "content-type": "application/x-www-form-urlencoded; charset=utf-8",
              "content-length": Buffer.byteLength(form),
            }),
      },
    });
    sent.once("response", resolve);
    sent.on("error", reject);
    sent.end(form);
  });
}

const headerOf = (response: IncomingMessage) => (name: string) => {
  const value = response.headers[name];
  return Array.isArray(value) ? value.join(", ") : (value ?? "");
};

type Line = { socket: Duplex; readsBody: boolean };

/** Sends one request on an open connection and ends it. */
export async function exchange(
  { socket, readsBody }: Line,
  sent: Sent,
  signal: AbortSignal,
): Promise<Result<Answer, TestFault>> {
  const release = endWith(socket, signal);
  try {
    const response = await send(socket, sent);
    const body = readsBody ? await readBody(response, sent.maxBody ?? tokenBody) : null;
    // A body without a length ends where the connection does, so one that was cut off looks whole.
    signal.throwIfAborted();
    return ok({ status: response.statusCode ?? 0, header: headerOf(response), body });
  } catch (error) {
    const { host, port } = sent.asked;
    return fail(connectionFault(signal.aborted ? signal.reason : error, { host, port }));
  } finally {
    release();
    socket.destroy();
  }
}
