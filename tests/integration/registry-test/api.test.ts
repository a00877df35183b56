import { describe, expect, it } from "vitest";
import { temporaryDatabase } from "@/tests/support/database";
import { ask, endOf, stepOf } from "./ask";
import { answerWith, asRegistry, serveHttp, serveSocket } from "./servers";

temporaryDatabase();

const port = (handle: Parameters<typeof serveHttp>[0]) => serveHttp(handle);
const registryHeader = { "docker-distribution-api-version": "registry/2.0" };

describe("what answers", () => {
  const host = "harbor.local";
  it.each([
    ["a web page", answerWith(200, { "content-type": "text/html" }, "<title>Portal</title>"), 200],
    ["nothing there", answerWith(404), 404],
    ["a closed door", answerWith(403), 403],
  ])("is no registry: %s", async (_, handle, status) => {
    const result = await ask({ url: `http://harbor.local:${await port(handle)}` });
    expect(endOf(result)).toEqual({
      step: "api",
      code: "not-a-registry",
      params: { host, path: "/v2/", status },
    });
  });

  it.each([500, 503, 429])("is ailing with %i", async (status) => {
    const result = await ask({ url: `http://harbor.local:${await port(answerWith(status))}` });
    expect(endOf(result)).toEqual({
      step: "api",
      code: "server-error",
      params: { host, path: "/v2/", status },
    });
  });

  it("is a registry by its header or by speaking JSON", async () => {
    for (const headers of [registryHeader, { "content-type": "application/json; charset=utf-8" }]) {
      const result = await ask({ url: `http://harbor.local:${await port(answerWith(200, headers, "{}"))}` });
      expect(result.ok).toBe(true);
      expect(stepOf(result, "tls")).toMatchObject({
        outcome: "not-needed",
        ms: null,
        note: { code: "plain" },
      });
    }
  });

  it.each([
    ["Negotiate", "negotiate"],
    ['Digest realm="x", nonce="y"', "digest"],
    ["Bearer", "bearer"],
    ["", ""],
  ])("asks for a login in a way that containerd does not know: %s", async (header, schemes) => {
    const headers: Record<string, string> = header === "" ? {} : { "www-authenticate": header };
    const result = await ask({ url: `http://harbor.local:${await port(answerWith(401, headers))}` });
    expect(endOf(result)).toEqual({
      step: "api",
      code: "challenge-unknown",
      params: { count: schemes === "" ? 0 : 1, schemes },
    });
  });

  it("sends elsewhere, where nobody follows", async () => {
    const asked: string[] = [];
    const other = await port((request, response) => {
      asked.push(request.url ?? "");
      asRegistry(request, response);
    });
    const location = `http://user:secret@harbor.lan:${other}/v2/?token=secret`;
    const result = await ask({ url: `http://harbor.local:${await port(answerWith(301, { location }))}` });
    expect(endOf(result)).toEqual({
      step: "api",
      code: "redirected",
      params: { host, to: `http://harbor.lan:${other}` },
    });
    expect([asked, JSON.stringify(result).includes("secret")]).toEqual([[], false]);
  });

  it("speaks no HTTP", async () => {
    const silent = await serveSocket((socket) => socket.end("hello\r\n\r\n"));
    const result = await ask({ url: `http://harbor.local:${silent}` });
    expect(endOf(result)).toMatchObject({ step: "api", code: "answer-unreadable" });
  });

  it("hangs up", async () => {
    const rude = await serveSocket((socket) => socket.once("data", () => socket.resetAndDestroy()));
    expect(endOf(await ask({ url: `https://harbor.local:${rude}` }))).toMatchObject({
      step: "tls",
      code: "reset",
    });
    expect(endOf(await ask({ url: `http://harbor.local:${rude}` }))).toMatchObject({
      step: "api",
      code: "reset",
    });
  });
});

describe("what does not answer", () => {
  it("refuses the connection", async () => {
    const result = await ask({ url: "http://harbor.local:1" });
    expect(endOf(result)).toEqual({
      step: "connect",
      code: "refused",
      params: { host: "harbor.local", address: "127.0.0.1", port: 1 },
    });
  });

  it.each(["http", "https"])("is waited for as long as allowed: %s", async (scheme) => {
    const mute = await serveSocket(() => undefined);
    const result = await ask({ url: `${scheme}://harbor.local:${mute}` }, { phaseMs: 1000 });
    expect(endOf(result)).toMatchObject({
      step: scheme === "http" ? "api" : "tls",
      code: "timeout",
      params: { seconds: 1 },
    });
  });

  it("is not waited for longer than the whole may take", async () => {
    const mute = await serveSocket(() => undefined);
    const result = await ask({ url: `http://harbor.local:${mute}` }, { totalMs: 1500 });
    expect(endOf(result)).toMatchObject({ step: "api", code: "timeout" });
  });

  it.each([
    ["ENOTFOUND", "dns-missing"],
    ["EAI_AGAIN", "dns-failed"],
  ])("has a name that leads nowhere: %s", async (code, fault) => {
    const fakeLookup = () => Promise.reject(Object.assign(new Error("lookup"), { code }));
    const result = await ask({ url: "https://harbor.local" }, { lookup: fakeLookup });
    expect(endOf(result)).toEqual({ step: "dns", code: fault, params: { host: "harbor.local" } });
    expect(result.steps.slice(1).map(({ outcome }) => outcome)).toEqual(Array(4).fill("not-reached"));
  });

  it.each(["ftp://harbor.local", "https://", "https://har bor", "https://harbor.local:99999"])(
    "cannot be asked at all: %s",
    async (url) => expect(endOf(await ask({ url }))?.code).toBe("address-unusable"),
  );
});
