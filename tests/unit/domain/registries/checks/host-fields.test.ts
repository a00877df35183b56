import { describe, expect, it } from "vitest";
import { checkAuthFields, checkAuthText } from "@/lib/domain/registries/checks/auth";
import { checkTlsPair, checkTlsPath } from "@/lib/domain/registries/checks/tls";

describe("checkTlsPath", () => {
  it.each([
    ["/etc/ssl/ca.crt", null],
    ["C:\\ssl\\ca.crt", null],
    ["ca.crt", "tls-relative"],
    ["~/ca.crt", "tls-relative"],
    ["./ca.crt", "tls-relative"],
    ["", "tls-empty"],
    ["/etc/\u0007", "control-char"],
  ])("answers %j with %s", (path, code) => expect(checkTlsPath(path)?.code ?? null).toBe(code));
});

it("asks for the other half of a client certificate", () => {
  const set = { ca_file: true, cert_file: true, key_file: false };
  expect(checkTlsPair(set, "key_file")).toMatchObject({
    code: "tls-pair",
    params: { missing: "key_file", present: "cert_file" },
  });
  expect(checkTlsPair(set, "cert_file")).toBeNull();
  expect(checkTlsPair(set, "ca_file")).toBeNull();
  expect(checkTlsPair({ ...set, cert_file: false }, "key_file")).toBeNull();
});

describe("checkAuthText", () => {
  it.each([
    ["auth", "YWRtaW46cHc=", null],
    ["auth", "", null],
    ["auth", "dckr_pat_abc", "auth-base64"],
    ["auth", "YWRtaW4", "auth-base64"],
    ["auth", "YWRtaW4=", "auth-colon"],
    ["auth", "YWRt\naW4=", "control-char"],
    ["password", "no: base64", null],
    ["password", "a\u0000b", "control-char"],
  ] as const)("answers %s %j with %s", (field, value, code) => {
    expect(checkAuthText(field, value)?.code ?? null).toBe(code);
  });

  it("never repeats the value", () => {
    expect(checkAuthText("auth", "dckr_pat_abc")?.params).toEqual({});
  });
});

it("says which field of an auth block containerd passes over", () => {
  const none = { username: false, password: false, auth: false, identity_token: false };
  expect(checkAuthFields({ ...none, password: true }, "password")?.code).toBe("auth-no-username");
  expect(checkAuthFields({ ...none, username: true, auth: true }, "auth")?.params).toEqual({
    field: "auth",
    by: "username",
  });
  expect(checkAuthFields({ ...none, identity_token: true, auth: true }, "auth")?.code).toBe("auth-ignored");
  expect(checkAuthFields({ ...none, username: true, identity_token: true }, "identity_token")?.code).toBe(
    "auth-ignored",
  );
  expect(checkAuthFields({ ...none, username: true, password: true }, "password")).toBeNull();
  expect(checkAuthFields(none, "auth")).toBeNull();
});
