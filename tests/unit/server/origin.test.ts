import { beforeEach, expect, it, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  for (const name of ["PULLPATH_URL", "PULLPATH_TRUSTED_PROXY"]) delete process.env[name];
});

async function check(environment: Record<string, string>, headers: Record<string, string>, method = "POST") {
  Object.assign(process.env, environment);
  const { checkOrigin } = await import("@/lib/server/http/origin");
  try {
    checkOrigin(new Request("http://ignored.test/", { method, headers }));
    return "allowed";
  } catch {
    return "refused";
  }
}

const proxied = { PULLPATH_TRUSTED_PROXY: "yes" };
const named = { PULLPATH_URL: "https://p.lan" };

type Row = [string, Record<string, string>, Record<string, string>, string];

it.each<Row>([
  ["the own host", {}, { host: "a.lan:3000", origin: "http://a.lan:3000" }, "allowed"],
  ["another port", {}, { host: "a.lan:3000", origin: "http://a.lan:4000" }, "refused"],
  ["another host", {}, { host: "a.lan", origin: "http://a.lan.evil.example" }, "refused"],
  ["an opaque origin", {}, { host: "a.lan", origin: "null" }, "refused"],
  ["a page of another site", {}, { host: "a.lan", "sec-fetch-site": "cross-site" }, "refused"],
  ["no browser", {}, { host: "a.lan" }, "allowed"],
  ["the named address", named, { host: "10.0.0.5:3000", origin: "https://p.lan" }, "allowed"],
  ["the named host without TLS", named, { host: "p.lan", origin: "http://p.lan" }, "refused"],
  ["a host that is not the named one", named, { host: "evil.lan", origin: "https://evil.lan" }, "refused"],
  [
    "the host a trusted proxy saw",
    proxied,
    { host: "10.0.0.5", "x-forwarded-host": "p.lan", origin: "https://p.lan" },
    "allowed",
  ],
  [
    "a forwarded host without a trusted proxy",
    {},
    { host: "10.0.0.5", "x-forwarded-host": "evil.lan", origin: "https://evil.lan" },
    "refused",
  ],
])("decides on a write from %s", async (...row) => {
  const [, environment, headers, result] = row;
  expect(await check(environment, headers)).toBe(result);
});

it("does not ask where a read comes from", async () => {
  expect(await check({}, { host: "a.lan", "sec-fetch-site": "cross-site" }, "GET")).toBe("allowed");
});
