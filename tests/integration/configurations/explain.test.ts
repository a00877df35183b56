import { describe, expect, it } from "vitest";
import { POST } from "@/app/api/v1/explain/route";
import { apis } from "@/lib/domain/paths";
import { loggedInRequest } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";

temporaryDatabase();

const yaml = `
mirrors:
  docker.io:
    endpoint: ["https://harbor.example.com:8443"]
    rewrite: {"^library/(.*)": "dockerhub/library/$1"}
configs:
  harbor.example.com:8443:
    auth: {username: robot, password: hunter2}
    tls: {ca_file: /etc/ssl/corp.crt}
`;

async function explain(body: unknown, headers: Record<string, string> = {}) {
  const request = await loggedInRequest("viewer", apis.explain(), { method: "POST", body });
  for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
  return POST(request);
}

describe("POST /api/v1/explain", () => {
  it("answers with the pull path of an image, in order, with its reasons in words", async () => {
    const answer = await explain({ yaml, image: "nginx:1.27", assume: { 1: "404" } });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      reference: {
        normalized: "docker.io/library/nginx:1.27",
        registryHost: "docker.io",
        repository: "library/nginx",
        object: "1.27",
      },
      entry: { key: "docker.io", directory: "docker.io" },
      attempts: [
        {
          url: "https://harbor.example.com:8443/v2/dockerhub/library/nginx/manifests/1.27?ns=docker.io",
          method: "HEAD",
          namespace: "docker.io",
          rewrite: {
            pattern: "^library/(.*)",
            before: "library/nginx",
            after: "dockerhub/library/nginx",
          },
          tls: { mode: "verify", ca: "/etc/ssl/corp.crt", client: null },
          credential: { source: "file", key: "harbor.example.com:8443", kind: "password" },
          reason: {
            code: "endpoint",
            message: "Endpoint 1 of docker.io.",
            params: { key: "docker.io", position: 1 },
          },
        },
        {
          url: "https://registry-1.docker.io/v2/library/nginx/manifests/1.27",
          method: "HEAD",
          namespace: null,
          rewrite: null,
          tls: { mode: "verify", ca: null, client: null },
          credential: null,
          reason: {
            code: "default",
            message: "The registry docker.io itself is asked last, without rewrites.",
            params: { key: "docker.io" },
          },
        },
      ],
      alternatives: [],
      result: {
        outcome: "pulled",
        family: "L",
        attempt: 2,
        storedAs: "docker.io/library/nginx:1.27",
        error: null,
        notes: [],
      },
    });
  });

  it("speaks the reader's language and follows the target", async () => {
    const target = { version: "v1.30.4+k3s1", disableDefaultRegistryEndpoint: true };
    const answer = await explain(
      { yaml, image: "nginx", target, assume: { "1": "403" } },
      { "accept-language": "zh-CN" },
    );
    const { attempts, result } = await answer.json();
    expect(attempts.map(({ reason }: { reason: { message: string } }) => reason.message)).toEqual([
      "docker.io 的第 1 个端点。",
    ]);
    expect(result).toMatchObject({
      outcome: "failed",
      family: "E",
      attempt: 1,
      error: { code: "status", message: expect.stringContaining("403") },
    });
  });

  it("answers with what decode says where K3s cannot read the text, with 422", async () => {
    const answer = await explain({ yaml: "mirrors:\n\tdocker.io:\n", image: "nginx" });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toEqual({
      ok: false,
      error: "yaml: line 2: found character that cannot start any token",
      line: 2,
    });
  });

  it("answers for a name that is no image, and refuses what is no question", async () => {
    const refused = await explain({ yaml, image: "https://ghcr.io/a" });
    expect(refused.status).toBe(200);
    expect(await refused.json()).toMatchObject({
      reference: { error: "invalid reference format" },
      attempts: [],
      result: { outcome: "failed" },
    });
    for (const body of [{}, { yaml }, { yaml, image: 1 }, { yaml, image: "a", assume: { 0: "ok" } }]) {
      expect((await explain(body)).status).toBe(400);
    }
    const wrong = { yaml, image: "a", target: { version: "newest" } };
    expect((await explain(wrong)).status).toBe(400);
    expect((await explain({ yaml, image: "a", assume: { 1: "500" } })).status).toBe(400);
  });
});
