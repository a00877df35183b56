import { describe, expect, it } from "vitest";
import { refusalOf } from "@/lib/server/registry-test/addresses";
import { temporaryDatabase } from "@/tests/support/database";
import { ask, endOf } from "./ask";
import { answerWith, asRegistry, serveHttp } from "./servers";

temporaryDatabase();

describe("an address that a test may not ask", () => {
  it.each([
    "169.254.169.254",
    "169.254.0.1",
    "0.0.0.0",
    "100.100.100.200",
    "192.0.0.192",
    "168.63.129.16",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "febf::1",
    "fd00:ec2::254",
    "ff02::1",
    "::ffff:169.254.169.254",
    "::ffff:a9fe:a9fe",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::a9fe:a9fe",
    "2001:0:a9fe:a9fe::1",
    "::ffff:0:a9fe:a9fe",
    "2002:a9fe:a9fe::1",
    "not-an-address",
    "",
  ])("is %s", (address) => {
    expect(refusalOf(address, true)).toBe("reserved");
  });

  it.each(["127.0.0.1", "127.255.0.9", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "::127.0.0.1"])(
    "is this machine's own %s, unless that is allowed",
    (address) => {
      expect([refusalOf(address, false), refusalOf(address, true)]).toEqual(["loopback", null]);
    },
  );

  it.each(["10.0.0.5", "192.168.1.1", "172.16.0.1", "100.64.0.1", "8.8.8.8", "2606:4700::1", "fd12:3456::1"])(
    "is not %s, as registries stand there",
    (address) => expect(refusalOf(address, false)).toBeNull(),
  );
});

describe("a test", () => {
  it.each([
    "http://169.254.169.254/latest/meta-data",
    "http://[fd00:ec2::254]",
    "http://[::ffff:169.254.169.254]",
    "http://0xa9fea9fe",
    "http://2852039166",
    "http://0251.0376.0251.0376",
    "http://0",
  ])("does not ask %s", async (url) => {
    expect(endOf(await ask({ url }))).toMatchObject({ step: "dns", code: "blocked-address" });
  });

  it("does not ask this machine", async () => {
    const asked: string[] = [];
    const port = await serveHttp((request, response) => {
      asked.push(request.url ?? "");
      asRegistry(request, response);
    });
    for (const host of ["127.0.0.1", "localhost", "[::1]", "2130706433", "127.1"]) {
      const result = await ask({ url: `http://${host}:${port}` }, { allowLoopback: false });
      expect(endOf(result)).toMatchObject({ code: "blocked-address", params: { why: "loopback" } });
    }
    expect(asked).toEqual([]);
  });

  it("does not ask a name any of whose addresses is refused", async () => {
    const fakeLookup = async () => ["10.255.255.1", "169.254.169.254"];
    const result = await ask({ url: "http://harbor.local" }, { lookup: fakeLookup });
    expect(endOf(result)).toEqual({
      step: "dns",
      code: "blocked-address",
      params: { host: "harbor.local", address: "169.254.169.254", why: "reserved" },
    });
  });

  it("stays at the address it checked when the name changes it in between", async () => {
    const asked: string[] = [];
    const port = await serveHttp((request, response) => {
      asked.push(request.url ?? "");
      const realm = `Bearer realm="http://harbor.local:${port}/token"`;
      if (request.url === "/token") response.end('{"token":"t"}');
      else if (request.headers.authorization) asRegistry(request, response);
      else answerWith(401, { "www-authenticate": realm })(request, response);
    });
    const answers = [["127.0.0.1"], ["169.254.169.254"]];
    let lookups = 0;
    const fakeLookup = async () => {
      lookups += 1;
      return answers.shift() ?? [];
    };
    const result = await ask({ url: `http://harbor.local:${port}` }, { lookup: fakeLookup });
    expect([result.ok, lookups, asked]).toEqual([true, 1, ["/v2/", "/token", "/v2/"]]);
  });

  it("does not follow a registry to a token server at such an address", async () => {
    const realm = 'Bearer realm="https://auth.local/token"';
    const port = await serveHttp(answerWith(401, { "www-authenticate": realm }));
    const fakeLookup = async (host: string) => [host === "auth.local" ? "169.254.169.254" : "127.0.0.1"];
    const result = await ask({ url: `http://harbor.local:${port}` }, { lookup: fakeLookup });
    expect(endOf(result)).toMatchObject({
      step: "login",
      code: "blocked-address",
      params: { host: "auth.local" },
    });
  });
});
