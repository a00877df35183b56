import { describe, expect, it } from "vitest";
import { POST } from "@/app/api/v1/decode/route";
import { apiRequest, loggedInRequest, sessionCookie } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";

temporaryDatabase();

const decode = async (body: unknown) =>
  POST(await loggedInRequest("viewer", "/api/v1/decode", { method: "POST", body }));

describe("POST /api/v1/decode", () => {
  it("answers with what K3s reads, nulls kept", async () => {
    const answer = await decode({
      yaml: "mirrors:\n  docker.io:\nconfigs:\n  a:\n    auth: {identity_token: t}\n",
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      ok: true,
      result: {
        mirrors: { "docker.io": { endpoint: null, rewrite: null } },
        configs: { a: { auth: { username: "", password: "", auth: "", identitytoken: "t" }, tls: null } },
        auths: null,
      },
    });
  });

  it("answers in yaml.v2's words where K3s cannot read it, also with 200", async () => {
    const answer = await decode({ yaml: "mirrors:\n\tdocker.io:\n" });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      ok: false,
      error: "yaml: line 2: found character that cannot start any token",
      line: 2,
    });
  });

  it("counts bytes, however long JSON writes them", async () => {
    const mebibyte = 1024 * 1024;
    expect((await decode({ yaml: `#${"é".repeat(mebibyte / 2 - 1)}\n` })).status).toBe(200);
    const over = await decode({ yaml: `#${"é".repeat(mebibyte / 2)}` });
    expect(over.status).toBe(400);
    expect((await over.json()).error.issues).toMatchObject([{ path: ["yaml"], code: "file-too-long" }]);
    const control = await decode({ yaml: "\u0001".repeat(mebibyte) });
    expect(await control.json()).toMatchObject({ ok: false });
  });

  it("refuses what is no text, too much text, and who is not logged in", async () => {
    expect((await decode({ yaml: 1 })).status).toBe(400);
    expect((await decode({})).status).toBe(400);
    expect((await decode({ yaml: "a".repeat(1024 * 1024 + 1) })).status).toBe(400);
    await sessionCookie("viewer");
    const anonymous = await POST(apiRequest("/api/v1/decode", { method: "POST", body: { yaml: "" } }));
    expect(anonymous.status).toBe(401);
  });
});
