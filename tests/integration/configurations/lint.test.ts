import { describe, expect, it } from "vitest";
import { POST } from "@/app/api/v1/lint/route";
import { apiRequest, loggedInRequest, sessionCookie } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";

temporaryDatabase();

const lint = async (body: unknown) =>
  POST(await loggedInRequest("viewer", "/api/v1/lint", { method: "POST", body }));

const wildcard = 'mirrors:\n  "*":\n    endpoint: [https://h.corp]\n';

describe("POST /api/v1/lint", () => {
  it("answers with findings, their places and their fixes", async () => {
    const answer = await lint({ yaml: "mirrors:\n  docker.io:\n    endpoint:\n      - harbor.corp\n" });
    expect(answer.status).toBe(200);
    const fix = (id: string, url: string, safe: boolean) => ({
      id,
      title: `Write ${url}`,
      safe,
      text: `mirrors:\n  docker.io:\n    endpoint:\n      - ${url}\n`,
    });
    expect(await answer.json()).toEqual({
      findings: [
        {
          code: "no-scheme",
          severity: "warning",
          message: expect.stringContaining("https://harbor.corp"),
          path: ["mirrors", "docker.io", "endpoint", 0],
          range: { start: { line: 4, column: 9 }, end: { line: 4, column: 20 } },
          fixes: [fix("write", "https://harbor.corp", true), fix("write-2", "http://harbor.corp", false)],
        },
      ],
    });
  });

  it("tells a text K3s cannot read as one finding", async () => {
    const { findings } = await (await lint({ yaml: "mirrors:\n\tdocker.io:\n" })).json();
    expect(findings).toMatchObject([
      {
        code: "yaml-parse",
        severity: "error",
        message: expect.stringContaining("yaml: line 2: found character that cannot start any token"),
        path: [],
        range: { start: { line: 2, column: 1 } },
        fixes: [{ id: "tabs-to-spaces", safe: true, text: "mirrors:\n  docker.io:\n" }],
      },
    ]);
  });

  it("judges for the target it is given", async () => {
    const codes = async (target: object) => {
      const { findings } = await (await lint({ yaml: wildcard, target })).json();
      return findings.map(({ code }: { code: string }) => code);
    };
    expect(await codes({})).toEqual([]);
    expect(await codes({ version: "v1.32.2+k3s1" })).toEqual(["wildcard-2.0.2"]);
    expect((await lint({ yaml: wildcard, target: { version: "latest" } })).status).toBe(400);
  });

  it("speaks the reader's language", async () => {
    const request = await loggedInRequest("viewer", "/api/v1/lint", {
      method: "POST",
      body: { yaml: "auths:\n" },
    });
    request.headers.set("accept-language", "zh-CN");
    const { findings } = await (await POST(request)).json();
    expect(findings[0].message).toContain("凭据");
  });

  it("refuses what is no text, too much text, and who is not logged in", async () => {
    expect((await lint({ yaml: 1 })).status).toBe(400);
    expect((await lint({ yaml: "a".repeat(1024 * 1024 + 1) })).status).toBe(400);
    await sessionCookie("viewer");
    const anonymous = await POST(apiRequest("/api/v1/lint", { method: "POST", body: { yaml: "" } }));
    expect(anonymous.status).toBe(401);
  });
});
