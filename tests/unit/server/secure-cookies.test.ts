import { beforeEach, expect, it, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  for (const name of ["PULLPATH_URL", "PULLPATH_TRUSTED_PROXY"]) delete process.env[name];
});

async function cookiesOf(environment: Record<string, string>, proto: string, cookies: string[]) {
  Object.assign(process.env, environment);
  const { secureCookies } = await import("@/lib/server/http/secure-cookies");
  const response = new Response(null, { headers: cookies.map((cookie) => ["set-cookie", cookie]) });
  return secureCookies(response, new Headers({ "x-forwarded-proto": proto })).headers.getSetCookie();
}

const proxied = { PULLPATH_TRUSTED_PROXY: "yes" };
const plain = "pullpath.session_token=a; Path=/; HttpOnly";

it("marks every cookie that goes out through the TLS of a trusted proxy", async () => {
  const marked = `${plain}; Secure`;
  expect(await cookiesOf(proxied, "https", [plain, "b=Secure", marked])).toEqual([
    marked,
    "b=Secure; Secure",
    marked,
  ]);
  expect(await cookiesOf(proxied, "http, HTTPS", [plain])).toEqual([marked]);
});

it.each([
  ["a proxy that nobody trusts", {}, "https"],
  ["a proxy without TLS", proxied, "http"],
  ["what a client put before the proxy's word", proxied, "https, http"],
  ["an address that is named", { ...proxied, PULLPATH_URL: "http://p.lan" }, "https"],
])("leaves them alone behind %s", async (_, environment, proto) => {
  expect(await cookiesOf(environment, proto, [plain])).toEqual([plain]);
});
