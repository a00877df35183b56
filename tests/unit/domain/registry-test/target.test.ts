import { describe, expect, it } from "vitest";
import type { FileValue, Tls } from "@/lib/domain/registries/schema";
import { registryTestSchema } from "@/lib/domain/registry-test/schema";
import { targetOf, urlOfHost } from "@/lib/domain/registry-test/target";
import { host, secret, text } from "@/tests/support/definitions";

const stored = (slug: string): FileValue => ({ kind: "certificate", slug });
const onNode = (path: string): FileValue => ({ kind: "path", path });

const noLogin = { username: null, password: null, auth: null, identity_token: null };
const tlsWith = (more: Partial<Tls>): Tls => ({
  ca_file: null,
  cert_file: null,
  key_file: null,
  insecure_skip_verify: false,
  extras: [],
  ...more,
});
const robot = { ...noLogin, username: text("robot"), password: secret("robot"), extras: [] };

describe("what a test takes from the registry hosts", () => {
  it("is the login and the TLS settings of the host that is asked", () => {
    const hosts = [
      host("other.local", { ...robot, password: secret("other") }),
      host("harbor.local:8443", robot, {
        tls: tlsWith({ ca_file: stored("ca"), cert_file: stored("c"), key_file: stored("c") }),
      }),
    ];
    expect(targetOf("https://harbor.local:8443/v2/proxy", hosts)).toEqual({
      target: {
        url: "https://harbor.local:8443/v2/proxy",
        login: { ...noLogin, username: text("robot"), password: secret("robot") },
        tls: { ca: stored("ca"), client: { certificate: stored("c"), key: stored("c") }, skipVerify: false },
      },
      remarks: [],
    });
  });

  it("is nothing for a host that has no entry, or one with another port", () => {
    const { target } = targetOf("https://harbor.local", [host("harbor.local:8443", robot)]);
    expect(target).toMatchObject({ login: null, tls: { ca: null, client: null, skipVerify: false } });
  });

  it("is a file of the nodes by its path", () => {
    const tls = tlsWith({ ca_file: onNode("/ca.crt"), cert_file: onNode("/c.crt"), key_file: stored("c") });
    const { target, remarks } = targetOf("harbor.local", [host("harbor.local", null, { tls })]);
    expect(target.tls).toEqual({
      ca: onNode("/ca.crt"),
      client: { certificate: onNode("/c.crt"), key: stored("c") },
      skipVerify: false,
    });
    expect(remarks).toEqual([]);
  });

  it.each([
    [{ cert_file: stored("c") }, [{ code: "client-incomplete", params: {} }]],
    [{ cert_file: onNode("/c.crt"), key_file: onNode("") }, [{ code: "client-incomplete", params: {} }]],
    [{ ca_file: onNode("") }, []],
    [{ insecure_skip_verify: true }, []],
  ])("tells what is only half there: %j", (tls, remarks) => {
    const found = targetOf("harbor.local", [host("harbor.local", null, { tls: tlsWith(tls) })]);
    expect(found.remarks).toEqual(remarks);
    expect(found.target.tls).toMatchObject({ ca: null, client: null });
  });

  it("is no login that was typed, as no secret leaves the page", () => {
    const typed = { ...robot, password: text("a-secret") };
    const found = targetOf("harbor.local", [host("harbor.local", typed)]);
    expect(found.target.login).toBeNull();
    expect(found.remarks).toEqual([{ code: "login-typed", params: { host: "harbor.local" } }]);
    expect(JSON.stringify(found)).not.toContain("a-secret");
  });

  it("is always what the API takes", () => {
    const { target } = targetOf("harbor.local", [host("harbor.local", robot, { tls: tlsWith({}) })]);
    expect(registryTestSchema.safeParse({ kind: "draft", target }).success).toBe(true);
  });
});

describe("where a registry host is asked", () => {
  const mirrors = [{ endpoints: [{ url: "http://harbor.local:5000/v2/x", note: "" }] }, { endpoints: null }];
  it.each([
    ["harbor.local:5000", "http://harbor.local:5000/v2/x"],
    ["harbor.local", "harbor.local"],
    ["registry-1.docker.io", "registry-1.docker.io"],
  ])("%s is at %s", (name, url) => expect(urlOfHost(name, mirrors)).toBe(url));
});
