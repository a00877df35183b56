import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";

let seen: IncomingHttpHeaders = {};
const server = createServer((request, response) => {
  seen = request.headers;
  response.end();
});

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
});
beforeEach(() => {
  vi.resetModules();
  Reflect.deleteProperty(globalThis, "pullpath");
});
afterAll(() => server.close());

async function visit(environment: Record<string, string>, path: string, headers: Record<string, string>) {
  delete process.env["PULLPATH_TRUSTED_PROXY"];
  Object.assign(process.env, environment);
  const { stampRequests } = await import("@/lib/server/http/stamp-requests");
  const stop = stampRequests();
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers });
  stop();
  return seen;
}

const forged = {
  "x-pullpath-address": "6.6.6.6",
  "x-pullpath-path": "//evil",
  "x-forwarded-for": "7.7.7.7, 8.8.8.8",
  "x-request-id": "forged-request",
};

it("believes the socket and nothing the client says about itself", async () => {
  const headers = await visit({}, "/nodes?tab=1&_rsc=abc", forged);
  expect(headers["x-pullpath-address"]).toBe("127.0.0.1");
  expect(headers["x-pullpath-path"]).toBe("/nodes?tab=1");
  expect(headers["x-request-id"]).toBeUndefined();
});

it("believes what a trusted proxy added last", async () => {
  const headers = await visit({ PULLPATH_TRUSTED_PROXY: "yes" }, "/?_rsc=abc", forged);
  expect(headers["x-pullpath-address"]).toBe("8.8.8.8");
  expect(headers["x-pullpath-path"]).toBe("/");
  expect(headers["x-request-id"]).toBe("forged-request");
});
