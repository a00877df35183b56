import { beforeAll, describe, expect, it } from "vitest";
import { createCredential } from "@/lib/server/credentials/create-credential";
import { actorWith } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { ask, endOf, stepOf } from "./ask";
import { makeAuthority } from "./certificates";
import { answerWith, credentials, givenToken, type Seen, serveHttp, serveTls, withLogin } from "./servers";

temporaryDatabase();
const make = makeAuthority();
make.authority("corp", "/O=Corp/CN=Corp Root");
const harbor = make.signed("harbor", { by: "corp", san: "DNS:harbor.local" });
const tls = { skipVerify: true };

const { username, password, token } = credentials;
const pair = Buffer.from(`${username}:${password}`).toString("base64");
const stored = {
  robot: { username, password },
  wrong: { username, password: "another" },
  paired: { auth: pair },
  unread: { auth: "not-a-pair" },
  identity: { identity_token: token },
};

beforeAll(async () => {
  for (const [slug, fields] of Object.entries(stored)) {
    await createCredential({ name: slug, slug, fields }, actorWith("editor"));
  }
});

/** The login a page sends for a stored credential: its slug at each field it has. */
function loginWith(slug: keyof typeof stored) {
  const at = (field: string) => (field in stored[slug] ? ({ kind: "secret", slug } as const) : null);
  return {
    username: at("username"),
    password: at("password"),
    auth: at("auth"),
    identity_token: at("identity_token"),
  };
}

async function registry(options: Parameters<typeof withLogin>[1]) {
  const seen: Seen = [];
  const port = await serveTls(harbor, withLogin(seen, options));
  return { url: `https://harbor.local:${port}`, seen };
}

const words = (seen: Seen) => seen.map(({ method, url }) => `${method} ${url.replace(/\?.*/, "")}`);

describe("a registry that wants a password", () => {
  it.each(["robot", "paired"] as const)("is given the one of %s", async (slug) => {
    const { url, seen } = await registry({ scheme: "basic" });
    const result = await ask({ url, tls, login: loginWith(slug) });
    expect(stepOf(result, "api")?.note).toEqual({
      code: "asks-login",
      params: { scheme: "Basic", tokenHost: "" },
    });
    expect(stepOf(result, "login")).toMatchObject({ outcome: "ok", note: { code: "signed-in" } });
    expect(seen.map(({ authorization }) => authorization)).toEqual(["", `Basic ${pair}`]);
  });

  it.each([
    ["wrong", { code: "login-refused", params: { host: "harbor.local", status: 401 } }],
    ["identity", { code: "login-unusable", params: { host: "harbor.local" } }],
    ["unread", { code: "login-unusable", params: { host: "harbor.local" } }],
  ] as const)("refuses %s", async (slug, fault) => {
    const { url } = await registry({ scheme: "basic" });
    expect(endOf(await ask({ url, tls, login: loginWith(slug) }))).toEqual({ step: "login", ...fault });
  });

  it("is not content without one", async () => {
    const { url } = await registry({ scheme: "basic" });
    expect(endOf(await ask({ url, tls }))).toMatchObject({ step: "login", code: "login-needed" });
  });
});

describe("a registry that wants a token", () => {
  it("gives one for a password by POST, as containerd asks first", async () => {
    const { url, seen } = await registry({ scheme: "bearer" });
    const result = await ask({ url, tls, login: loginWith("robot") });
    expect(result.ok).toBe(true);
    expect(stepOf(result, "api")?.note?.params).toEqual({ scheme: "Bearer", tokenHost: "harbor.local" });
    expect(words(seen)).toEqual(["GET /v2/", "POST /token", "GET /v2/"]);
    expect(Object.fromEntries(new URLSearchParams(seen[1]?.form))).toEqual({
      client_id: "containerd-client",
      service: "the registry",
      scope: "repository:a/b:pull",
      grant_type: "password",
      username,
      password,
    });
    expect(seen[2]?.authorization).toBe(`Bearer ${givenToken}`);
  });

  it("gives one for an identity token as a refresh token", async () => {
    const { url, seen } = await registry({ scheme: "bearer" });
    expect((await ask({ url, tls, login: loginWith("identity") })).ok).toBe(true);
    expect(Object.fromEntries(new URLSearchParams(seen[1]?.form))).toMatchObject({
      grant_type: "refresh_token",
      refresh_token: token,
    });
  });

  it.each([400, 401, 404, 405])("is asked by GET when it answers %i to POST", async (postStatus) => {
    const { url, seen } = await registry({ scheme: "bearer", postStatus });
    expect((await ask({ url, tls, login: loginWith("robot") })).ok).toBe(true);
    expect(words(seen)).toEqual(["GET /v2/", "POST /token", "GET /token", "GET /v2/"]);
    expect(seen[2]).toMatchObject({
      url: "/token?service=the+registry&scope=repository%3Aa%2Fb%3Apull",
      authorization: `Basic ${pair}`,
    });
  });

  it("gives one to nobody in particular", async () => {
    const { url, seen } = await registry({ scheme: "bearer", grantsAnonymous: true });
    const result = await ask({ url, tls });
    expect(stepOf(result, "login")).toMatchObject({ outcome: "ok", note: { code: "anonymous" } });
    expect(words(seen)).toEqual(["GET /v2/", "GET /token", "GET /v2/"]);
  });

  it("may take one of nobody for images alone", async () => {
    const { url } = await registry({ scheme: "bearer", grantsAnonymous: true, takesTokens: false });
    const result = await ask({ url, tls });
    expect(result.ok).toBe(true);
    expect(stepOf(result, "login")).toMatchObject({ outcome: "warning", fault: { code: "login-needed" } });
  });

  const host = "harbor.local";
  it.each([
    ["nobody", {}, null, "login-needed", { host }],
    ["a wrong password", {}, "wrong", "login-refused", { host, status: 401 }],
    ["what no pair is", {}, "unread", "login-unusable", { host }],
    ["a failing token server", { postStatus: 500 }, "robot", "token-refused", { host, status: 500 }],
    ["a token server without tokens", { token: "" }, "robot", "token-unreadable", { host }],
    ["a token that ends a header", { token: "a\r\nb: c" }, "robot", "token-unreadable", { host }],
    ["an endless token", { token: "a".repeat(70_000) }, "robot", "token-unreadable", { host }],
    [
      "its own token",
      { takesTokens: false },
      "robot",
      "token-not-accepted",
      { host, tokenHost: host, status: 401 },
    ],
  ] as const)("refuses %s", async (...[, options, slug, code, params]) => {
    const { url } = await registry({ scheme: "bearer", ...options });
    const login = slug && loginWith(slug);
    expect(endOf(await ask({ url, tls, login }))).toEqual({ step: "login", code, params });
  });
});

describe("a token server elsewhere", () => {
  it("is asked under TLS", async () => {
    const seen: Seen = [];
    const tokens = await serveTls(harbor, withLogin(seen, { scheme: "bearer" }));
    const { url } = await registry({ scheme: "bearer", realm: () => `https://auth.local:${tokens}/token` });
    const result = await ask({ url, tls, login: loginWith("robot") });
    expect(result.ok).toBe(true);
    expect(stepOf(result, "login")?.note?.params).toEqual({ host: "auth.local" });
    expect(words(seen)).toEqual(["POST /token"]);
  });

  it.each([
    ["in plain text", (port: number) => `http://harbor.local:${port}/token`, "harbor.local"],
    ["of another kind", () => "file:///etc/passwd", ""],
    ["without a name", () => "/token", ""],
  ])("is not given a password %s", async (_, realm, host) => {
    const seen: Seen = [];
    const port = await serveHttp(withLogin(seen, { scheme: "bearer" }));
    const { url } = await registry({ scheme: "bearer", realm: () => realm(port) });
    const result = await ask({ url, tls, login: loginWith("robot") });
    expect(endOf(result)).toEqual({ step: "login", code: "realm-refused", params: { host } });
    expect(seen).toEqual([]);
  });

  it("in plain text is taken from a registry in plain text, at the same host alone", async () => {
    const seen: Seen = [];
    const port = await serveHttp(withLogin(seen, { scheme: "bearer" }, "http"));
    const url = `http://harbor.local:${port}`;
    expect((await ask({ url, login: loginWith("robot") })).ok).toBe(true);
    const realm = () => `http://auth.local:${port}/token`;
    const other = await serveHttp(withLogin([], { scheme: "bearer", realm }, "http"));
    const result = await ask({ url: `http://harbor.local:${other}`, login: loginWith("robot") });
    expect(endOf(result)?.code).toBe("realm-refused");
  });

  it("whose certificate is not trusted gets nothing", async () => {
    const url = `http://harbor.local:${await serveHttp(answerWith(401, { "www-authenticate": await foreignRealm() }))}`;
    const result = await ask({ url, login: loginWith("robot") });
    expect(endOf(result)).toMatchObject({ step: "login", code: "unknown-ca" });
  });

  const foreignRealm = async () => `Bearer realm="https://auth.local:${await serveTls(harbor)}/token"`;
});
