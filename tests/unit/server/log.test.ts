import { describe, expect, it } from "vitest";
import { redactText } from "@/lib/domain/redact-text";
import { createLog, withLogFields } from "@/lib/server/log";

function capture() {
  const lines: string[] = [];
  const log = createLog("debug", { write: (line: string) => void lines.push(line) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? "{}") };
}

// Values of the shapes the product handles; none may come through under any name or in any text.
const secrets = {
  password: "hunter2-password",
  basic: "Um9ib3QkY2k6aHVudGVyMg==",
  jwt: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJyb2JvdCJ9.c2lnbmF0dXJl",
  key: "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjE\n-----END OPENSSH PRIVATE KEY-----",
};

describe("the log", () => {
  it("writes one line of JSON with the event, the level and the fields", () => {
    const { log, lines, last } = capture();
    log.info("session.created", { userId: "7", count: 2 });
    expect(lines).toHaveLength(1);
    expect(last()).toMatchObject({ level: "info", event: "session.created", userId: "7", count: 2 });
  });

  it.each([
    "password",
    "newPassword",
    "sudoPassword",
    "passphrase",
    "secret",
    "clientSecret",
    "token",
    "identity_token",
    "identityToken",
    "auth",
    "authorization",
    "cookie",
    "set-cookie",
    "privateKey",
    "private_key",
    "sealed",
    "sealedKey",
    "key",
  ])("hides what stands under %s at any depth", (name) => {
    const { log, lines } = capture();
    log.warn("x", { [name]: "hunter2", a: { b: [{ c: { [name]: "hunter2" } }] } });
    expect(lines.join()).not.toContain("hunter2");
  });

  it.each([
    [`Authorization: Basic ${secrets.basic}`, secrets.basic],
    [`authorization=Bearer ${secrets.jwt}`, secrets.jwt],
    [`https://robot:${secrets.password}@harbor.lan/v2/`, secrets.password],
    [`token ${secrets.jwt} refused`, secrets.jwt],
    [`cannot parse ${secrets.key} at 1`, "b3BlbnNzaC1rZXktdjE"],
    [`password: ${secrets.password}, user: x`, secrets.password],
    [`msg="read {\\"password\\":\\"${secrets.password}\\"}"`, secrets.password],
    [`password: "a\\"${secrets.password}" end`, secrets.password],
    [`https://robot:a/b@${secrets.password}@harbor.lan/v2/`, secrets.password],
    [`k3s agent --token ${secrets.password}`, secrets.password],
    [`K3S_TOKEN=${secrets.password}`, secrets.password],
    [`{"identity_token":"${secrets.password}"}`, secrets.password],
    [`auth: "${secrets.basic}"`, secrets.basic],
    ["-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg", "MIIEvQIBADANBg"],
  ])("hides the secret in the text %s", (text, secret) => {
    const { log, lines } = capture();
    log.error("x", { message: text, error: new Error(text, { cause: new Error(text) }) });
    expect(lines.join()).not.toContain(secret);
    expect(redactText(text)).not.toContain(secret);
  });

  it("keeps an error's kind, message, place and causes, and no other property of it", () => {
    const { log, last } = capture();
    const cause = Object.assign(new Error("refused"), { code: "ECONNREFUSED", input: "hunter2" });
    log.error("x", { error: new TypeError("cannot connect", { cause }) });
    expect(last().error).toMatchObject({
      name: "TypeError",
      message: "cannot connect",
      cause: { message: "refused", code: "ECONNREFUSED" },
    });
    expect(JSON.stringify(last())).not.toContain("hunter2");
  });

  it("survives what cannot be written as it is", () => {
    const { log, last } = capture();
    const circle: Record<string, unknown> = { big: 2n, bytes: new Uint8Array(3) };
    circle["self"] = circle;
    log.info("x", { circle });
    expect(last().circle).toMatchObject({ big: "2", bytes: "[3 bytes]" });
  });

  it("adds the fields of the request to every line, however deep", async () => {
    const { log, lines } = capture();
    await withLogFields({ requestId: "r1" }, async () => {
      await Promise.resolve();
      withLogFields({ pushId: "p1" }, () => log.info("inner"));
      log.info("outer");
    });
    log.info("outside");
    const [inner, outer, outside] = lines.map((line) => JSON.parse(line));
    expect(inner).toMatchObject({ requestId: "r1", pushId: "p1" });
    expect(outer).toMatchObject({ requestId: "r1" });
    expect(outer.pushId ?? outside.requestId).toBeUndefined();
  });
});
