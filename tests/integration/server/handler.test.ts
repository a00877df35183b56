import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { AppError } from "@/lib/domain/errors";
import { publicRoute, route } from "@/lib/server/http/handler";
import { apiRequest, loggedInRequest, sessionCookie } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";

temporaryDatabase();

const bodySchema = z.strictObject({ name: z.string().check(z.minLength(1), z.maxLength(5)) });
const POST = route({
  permission: "definitions:write",
  body: bodySchema,
  params: z.object({ id: z.string() }),
  status: 201,
  maxBytes: 100,
  handle: ({ actor, body, params }) => ({ by: actor.name, name: body.name, id: params.id }),
});
const context = { params: Promise.resolve({ id: "7" }) };
const errorOf = async (response: Response) => (await response.json()).error;

describe("a guarded route", () => {
  it("asks for the setup while nobody exists", async () => {
    const answer = await POST(apiRequest("/x", { method: "POST", body: { name: "a" } }), context);
    expect(answer.status).toBe(401);
    expect((await errorOf(answer)).reason).toBe("setupNeeded");
  });

  it("hands the checked inputs and the actor to the use case", async () => {
    const answer = await POST(
      await loggedInRequest("editor", "/x", { method: "POST", body: { name: "a" } }),
      context,
    );
    expect(await answer.json()).toEqual({ by: "editor", name: "a", id: "7" });
    expect(answer.status).toBe(201);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
  });

  it("refuses who is not logged in, and who may not", async () => {
    const anonymous = await POST(apiRequest("/x", { method: "POST", body: { name: "a" } }), context);
    expect([anonymous.status, (await errorOf(anonymous)).reason]).toEqual([401, "loginNeeded"]);
    const viewer = await POST(
      await loggedInRequest("viewer", "/x", { method: "POST", body: { name: "a" } }),
      context,
    );
    expect([viewer.status, (await errorOf(viewer)).reason]).toEqual([403, "permissionMissing"]);
  });

  it("refuses a session cookie that was tampered with", async () => {
    const cookie = (await sessionCookie("admin")).replace(/.{6}$/, "AAAAAA");
    const answer = await POST(
      apiRequest("/x", { method: "POST", body: { name: "a" }, headers: { cookie } }),
      context,
    );
    expect(answer.status).toBe(401);
  });
});

describe("what a request may send", () => {
  const send = async (body: unknown, headers: Record<string, string> = {}) =>
    POST(await loggedInRequest("admin", "/x", { method: "POST", body, headers }), context);

  it.each([
    [{ name: "" }, "required", ["name"]],
    [{}, "required", ["name"]],
    [{ name: "abcdef" }, "too-long", ["name"]],
    [{ name: 3 }, "invalid-type", ["name"]],
    [{ name: "a", extra: 1 }, "unknown-key", ["extra"]],
    [{ name: "a\ud83d" }, "half-character", ["name"]],
    [{ name: "a", list: [1, { "\ude00": 2 }] }, "half-character", ["list", 1]],
  ])("names what is wrong with %j", async (body, code, path) => {
    const answer = await send(body);
    expect(answer.status).toBe(400);
    const [issue] = (await errorOf(answer)).issues;
    expect(issue).toMatchObject({ code, path });
    expect(issue.message).toMatch(/\w/);
  });

  it("takes a character that is written as two escapes", async () => {
    expect((await send('{"name":"\\ud83d\\ude00"}')).status).toBe(201);
  });

  it("answers in the reader's language", async () => {
    const answer = await send({ name: "" }, { "accept-language": "zh-CN,zh;q=0.9" });
    expect((await errorOf(answer)).message).toBe("有些内容不可用，请更正后重试。");
  });

  it.each([
    ["text of another type", { "content-type": "text/plain" }, [400, "contentTypeWrong"]],
    ["a write of another site", { "sec-fetch-site": "cross-site" }, [403, "originWrong"]],
    ["a write of a sibling site", { "sec-fetch-site": "same-site" }, [403, "originWrong"]],
    ["another origin", { origin: "https://evil.example" }, [403, "originWrong"]],
    ["an opaque origin", { origin: "null" }, [403, "originWrong"]],
  ])("refuses %s", async (_, headers, refusal) => {
    const answer = await send({ name: "a" }, headers);
    expect([answer.status, (await errorOf(answer)).reason]).toEqual(refusal);
  });

  it("refuses broken JSON without quoting it", async () => {
    const answer = await send('{"name": hunter2');
    const text = await answer.text();
    expect(JSON.parse(text).error.reason).toBe("jsonInvalid");
    expect(text).not.toContain("hunter2");
  });

  it("stops reading a body that is too large, whatever its announced length", async () => {
    const cut = await send({ name: "a".repeat(200) });
    expect([cut.status, (await errorOf(cut)).params]).toEqual([413, { kilobytes: 1 }]);
  });
});

describe("failures", () => {
  const failing = (error: unknown) => publicRoute({ handle: () => Promise.reject(error) })(apiRequest("/x"));

  it("answers a bug with the request id and nothing else", async () => {
    const answer = await failing(new Error("select * from secrets where password=hunter2"));
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toMatch(/hunter2|select/);
    expect(JSON.parse(text).error.requestId).toBe(answer.headers.get("x-request-id"));
  });

  it("says how long to wait", async () => {
    const answer = await failing(new AppError("throttled", "loginThrottled", { params: { seconds: 8 } }));
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "8"]);
    expect((await errorOf(answer)).message).toContain("8 seconds");
  });

  it("never puts a cause into the answer", async () => {
    const answer = await failing(new AppError("conflict", "stillUsed", { cause: new Error("hunter2") }));
    expect(await answer.text()).not.toContain("hunter2");
  });
});
