import { describe, expect, it } from "vitest";
import type { Auth, Definition, Tls } from "@/lib/domain/registries/schema";
import { define, host, secret, text } from "@/tests/support/definitions";
import { tell, tellTexts } from "./told";

const noTls: Tls = {
  ca_file: null,
  cert_file: null,
  key_file: null,
  insecure_skip_verify: false,
  extras: [],
};
const withAuth = (auth: Partial<Auth> | null) => define({ registryHosts: [host("h", auth)] });
const withTls = (tls: Partial<Tls> | null): Definition =>
  define({ registryHosts: [host("h", null, { tls: tls && { ...noTls, ...tls } })] });
const robot = { username: secret("robot"), password: secret("robot") };
const certificate = (slug: string) => ({ kind: "certificate", slug }) as const;
const path = (value: string) => ({ kind: "path", path: value }) as const;
const expectTold = (before: Definition, after: Definition, told: string[]) =>
  expect(tell(before, after)).toEqual(told.map((each) => `registryHost h: ${each}`));

describe("the login of a registry host", () => {
  it("comes and goes", () => {
    expectTold(withAuth(null), withAuth(robot), ["login-added kind=credential credential=robot"]);
    expectTold(withAuth(null), withAuth({ username: text("u") }), ["login-added kind=typed credential="]);
    expectTold(withAuth(robot), withAuth(null), ["login-removed"]);
  });

  it("takes one credential in place of another as one change", () => {
    const admin = { username: secret("admin"), password: secret("admin") };
    expectTold(withAuth(robot), withAuth(admin), ["credential-replaced before=robot after=admin"]);
  });

  it("tells fields apart when a credential fills others than before", () => {
    expectTold(withAuth(robot), withAuth({ auth: secret("admin") }), [
      "auth-removed field=username",
      "auth-removed field=password",
      "auth-set field=auth kind=credential value=admin",
    ]);
  });

  it("shows user names and no other value", () => {
    const [before, after] = ["old-secret", "new-secret"].map((value, at) =>
      withAuth({
        username: text(`user${at}`),
        password: text(value),
        identity_token: text(`${value}-token`),
      }),
    );
    expectTold(before ?? withAuth(null), after ?? withAuth(null), [
      "username-changed before=user0 after=user1",
      "auth-replaced field=password kind=hidden value=",
      "auth-replaced field=identity_token kind=hidden value=",
    ]);
  });

  it("says where a value comes from now", () => {
    const typed = { username: text("u"), password: text("p") };
    expectTold(withAuth(typed), withAuth({ ...typed, password: secret("robot") }), [
      "auth-replaced field=password kind=credential value=robot",
    ]);
    expectTold(withAuth({}), withAuth({ password: text("") }), ["auth-set field=password kind=empty value="]);
  });

  it("tells a newer version of the same credential once", () => {
    const versions = (number: number) => ({
      credentials: new Map([["robot", number]]),
      certificates: new Map(),
    });
    const pair = { before: versions(3), after: versions(4) };
    expect(tell(withAuth(robot), withAuth(robot), pair)).toEqual([
      "registryHost h: credential-version credential=robot before=3 after=4",
    ]);
    expect(tell(withAuth(robot), withAuth(robot), { ...pair, after: pair.before })).toEqual([]);
    expect(tell(withAuth(null), withAuth(robot), pair)).toEqual([
      "registryHost h: login-added kind=credential credential=robot",
    ]);
  });
});

describe("the TLS settings of a registry host", () => {
  it("name files that come, go and change", () => {
    expectTold(withTls(null), withTls({ ca_file: path("/a.crt") }), [
      "file-set file=ca_file kind=path value=/a.crt",
    ]);
    expectTold(withTls({ key_file: path("/k") }), withTls(null), [
      "file-removed file=key_file kind=path value=/k",
    ]);
    expectTold(withTls({ ca_file: path("/a.crt") }), withTls({ ca_file: certificate("corp") }), [
      "file-replaced file=ca_file kind=certificate value=corp before=/a.crt beforeKind=path",
    ]);
  });

  it("say when the certificate is no longer checked, also at a host that is new", () => {
    expectTold(withTls({}), withTls({ insecure_skip_verify: true }), ["verification-off"]);
    expectTold(withTls({ insecure_skip_verify: true }), withTls(null), ["verification-on"]);
    expectTold(define({}), withTls({ insecure_skip_verify: true }), [
      "host-added login=no tls=yes",
      "verification-off",
    ]);
  });

  it("tell a block without content from none, and newer versions", () => {
    expectTold(withTls(null), withTls({}), ["tls-empty change=written"]);
    expectTold(withTls({}), withTls(null), ["tls-empty change=dropped"]);
    const tls = withTls({ cert_file: certificate("client"), key_file: certificate("client") });
    const versions = (number: number) => ({
      credentials: new Map(),
      certificates: new Map([["client", number]]),
    });
    expect(tell(tls, tls, { before: versions(1), after: versions(2) })).toEqual([
      "registryHost h: certificate-version certificate=client before=1 after=2",
    ]);
  });
});

describe("the rest of a file", () => {
  it("is told: hosts, unused logins, unknown keys, notes and empty sections", () => {
    expect(
      tellTexts("# a\n\n# s\nmirrors:\nx: 1\nz: 1\n", "# b\n\nmirrors: {}\nx: 2\ny: 1\n# end\n"),
    ).toEqual([
      "file: note change=changed",
      "file: section-empty section=mirrors change=written",
      "file: section-note section=mirrors change=removed",
      "file: extra-added place=file key=y",
      "file: extra-removed place=file key=z",
      "file: extra-changed place=file key=x",
      "file: end-note change=added",
    ]);
    expect(tellTexts("configs:\n  a: {auth: {username: u}}\n", "auths:\n  a: {username: u}\n")).toEqual([
      "registryHost a: removed",
      "legacyAuth a: auth-added",
    ]);
  });
});
