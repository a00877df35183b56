import { randomUUID } from "node:crypto";
import type { RequestListener } from "node:http";
import { describe, expect, it } from "vitest";
import { testsPerMinute } from "@/lib/domain/registry-test/pace";
import { db } from "@/lib/server/db/client";
import { readHarbor } from "@/lib/server/harbor/read-harbor";
import type { World } from "@/lib/server/registry-test/world";
import { answerWith, serveHttp, serveSocket } from "@/tests/integration/registry-test/servers";
import { actorWith } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { content } from "./content";
import { asHarbor } from "./stand-in";

temporaryDatabase();

const here: Partial<World> = { lookup: async () => ["127.0.0.1"], allowLoopback: true };
const someone = () => actorWith("operator", { userId: randomUUID() });
const typed = { kind: "typed", username: "admin", password: "the-typed-one" } as const;

type Given = { address?: string; world?: Partial<World>; login?: boolean };
const read = ({ address = "http://harbor.corp", world = {}, login = false }: Given) =>
  readHarbor({ address, access: login ? typed : { kind: "none" }, ca: null }, someone(), {
    ...here,
    ...world,
  });

const at = async (handle: RequestListener) => `http://harbor.corp:${await serveHttp(handle)}`;
const faultOf = (answer: Awaited<ReturnType<typeof read>>) => ("fault" in answer ? answer.fault : null);
const faultAt = async (handle: RequestListener, login = false) =>
  faultOf(await read({ address: await at(handle), login }));

/** Answers the question whether it is Harbor, and everything else by `handle`. */
const afterInfo =
  (handle: RequestListener): RequestListener =>
  (request, response) =>
    request.url?.endsWith("/systeminfo")
      ? response.end('{"auth_mode":"db_auth","harbor_version":"v2"}')
      : handle(request, response);

const host = "harbor.corp";

describe("what is not Harbor", () => {
  it.each([
    ["a web page", answerWith(200, {}, "<title>Portal</title>"), 200],
    ["another API", answerWith(200, {}, '{"auth_mode":1}'), 200],
    ["nothing there", answerWith(404), 404],
    ["no list of projects", afterInfo(answerWith(200, {}, '{"items":[]}')), 200],
  ])("%s", async (_, handle, status) => {
    expect(await faultAt(handle)).toEqual({ code: "not-harbor", params: { host, status } });
  });

  it("is sent no login", async () => {
    const arrived: (string | undefined)[] = [];
    await faultAt((request, response) => {
      arrived.push(request.headers.authorization);
      response.end("{}");
    }, true);
    expect(arrived).toEqual([undefined]);
  });
});

describe("refusals and troubles", () => {
  it.each([
    ["of the projects", 403, { code: "not-allowed", params: { host, status: 403 } }],
    ["of its own", 500, { code: "server-error", params: { host, status: 500 } }],
    ["of too many requests", 429, { code: "server-error", params: { host, status: 429 } }],
  ])("%s", async (_, status, fault) => {
    expect(await faultAt(afterInfo(answerWith(status)))).toEqual(fault);
  });

  it("counts a login that is answered with 401 as not taken", async () => {
    const handle: RequestListener = (request, response) =>
      request.headers.authorization ? response.writeHead(401).end() : response.end('{"auth_mode":"x"}');
    expect(await faultAt(handle, true)).toEqual({ code: "login-not-taken", params: { host } });
  });

  it("passes on troubles that come later", async () => {
    const handle: RequestListener = (request, response) =>
      request.url?.includes("/robots") || request.url?.includes("/registries")
        ? response.writeHead(500).end()
        : response.end("[]");
    expect(await faultAt(afterInfo(handle), true)).toMatchObject({ code: "server-error" });
  });
});

it("follows no redirect, not with the login either", async () => {
  const arrived: string[] = [];
  const other = await serveHttp((request, response) => {
    arrived.push(request.url ?? "");
    response.end();
  });
  const location = `http://admin:secret@harbor.lan:${other}/api?token=secret`;
  const handle = answerWith(302, { location });
  for (const each of [handle, afterInfo(handle)])
    expect(await faultAt(each, true)).toEqual({
      code: "redirected",
      params: { host, to: `http://harbor.lan:${other}` },
    });
  expect(arrived).toEqual([]);
});

it("takes no page from the address that Link names", async () => {
  const paths: string[] = [];
  const handle: RequestListener = (request, response) => {
    paths.push(request.url ?? "");
    response.setHeader("link", '<http://169.254.169.254/latest>; rel="next"');
    response.end(paths.length > 1 ? "[]" : '[{"project_id":1,"name":"a"}]');
  };
  await read({ address: await at(afterInfo(handle)) });
  expect(paths.map((path) => path.split("?")[0])).toEqual(["/api/v2.0/projects", "/api/v2.0/projects"]);
});

describe("answers without an end", () => {
  it("are not read to one", async () => {
    const big = answerWith(200, {}, `[${"1,".repeat(600_000)}1]`);
    expect(await faultAt(afterInfo(big))).toEqual({ code: "answer-too-long", params: { host } });
  });

  it("are given up after their time", async () => {
    const port = await serveSocket((socket) => void socket.write("HTTP/1.1 200 OK\r\n\r\n{"));
    const answer = await read({ address: `http://harbor.corp:${port}`, world: { phaseMs: 200 } });
    expect(faultOf(answer)).toMatchObject({ code: "timeout" });
  });

  it("never make more than ten pages", async () => {
    let pages = 0;
    const handle: RequestListener = (_request, response) => {
      pages += 1;
      response.setHeader("x-total-count", "999999999");
      response.end(JSON.stringify([{ project_id: pages, name: `p${pages}` }]));
    };
    const answer = await read({ address: await at(afterInfo(handle)) });
    expect(pages).toBe(10);
    expect(answer).toMatchObject({ reading: { cut: true } });
  });
});

it("leaves out projects whose names Harbor could not have, and counts them", async () => {
  const names = ["ok", "../../etc", "a\u202eb", "$1", "UPPER", " a", "a\nb", "", "x".repeat(300), 7, null];
  const projects = names.map((name, index) => ({ project_id: index + 1, name }));
  const answer = await read({ address: await at(afterInfo(answerWith(200, {}, JSON.stringify(projects)))) });
  expect(answer).toMatchObject({ reading: { unread: names.length - 1 } });
  expect("reading" in answer && answer.reading.projects.map(({ name }) => name)).toEqual(["ok"]);
});

describe("whom it never asks", () => {
  it.each(["169.254.169.254", "100.100.100.200", "::ffff:169.254.169.254", "fe80::1"])(
    "%s, also not behind a name",
    async (address) => {
      const answer = await read({ world: { lookup: async () => ["10.0.0.1", address] } });
      expect(faultOf(answer)).toEqual({
        code: "blocked-address",
        params: { host, address, why: "reserved" },
      });
    },
  );

  it("this machine, unless it may", async () => {
    const answer = await read({ address: "http://127.0.0.1:1", world: { allowLoopback: false } });
    expect(faultOf(answer)).toMatchObject({ code: "blocked-address", params: { why: "loopback" } });
  });

  it("what is no address of HTTP", async () => {
    expect(faultOf(await read({ address: "ftp://harbor.corp" }))?.code).toBe("address-unusable");
  });

  it.each([
    "http://evil.corp\\@harbor.corp",
    "http://evil.corp@harbor.corp",
    "http://me:x@harbor.corp/evil.corp",
  ])("another host than the one that the rule for stored logins sees: %s", async (address) => {
    const looked: string[] = [];
    const lookup = async (name: string) => {
      looked.push(name);
      return ["169.254.169.254"];
    };
    expect(faultOf(await read({ address, world: { lookup } }))?.code).toBe("blocked-address");
    expect(looked).toEqual(["harbor.corp"]);
  });

  it("looks a name up once, so that it cannot change in between", async () => {
    let looked = 0;
    const lookup = async () => {
      looked += 1;
      return looked === 1 ? ["127.0.0.1"] : ["169.254.169.254"];
    };
    const answer = await read({ address: await at(asHarbor(content, [])), world: { lookup } });
    expect(answer).toMatchObject({ reading: { projects: [{ name: "library" }, { name: "dockerhub" }] } });
    expect(looked).toBe(1);
  });
});

it("counts as a test of a registry, of which there are so many a minute", async () => {
  const actor = someone();
  const input = { address: "http://127.0.0.1:1", access: { kind: "none" as const }, ca: null };
  const world = { allowLoopback: false };
  for (let count = 0; count < testsPerMinute; count += 1) await readHarbor(input, actor, world);
  await expect(readHarbor(input, actor, world)).rejects.toMatchObject({ reason: "tooManyTests" });
});

it("stops when nobody waits any more, and keeps that on record", async () => {
  const controller = new AbortController();
  const address = await at(() => controller.abort());
  const stopped = read({ address, world: { signal: controller.signal } });
  await expect(stopped).rejects.toMatchObject({ reason: "testStopped" });
  const [last] = await db().auditEvent.findMany({ orderBy: { id: "desc" }, take: 1 });
  expect(last).toMatchObject({ action: "harbor.read", result: "failed", detail: '{"stopped":true}' });
});
