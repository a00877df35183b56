import { describe, expect, it } from "vitest";
import { connectionFault } from "@/lib/server/registry-test/failure";
import { TookTooLong, within } from "@/lib/server/registry-test/within";

const failing = (code: string) => Object.assign(new Error("the text of an error"), { code });
const params = { host: "harbor.local" };

describe("a failure on the way", () => {
  it.each([
    ["EHOSTUNREACH", "unreachable", params],
    ["ENETUNREACH", "unreachable", params],
    ["ETIMEDOUT", "timeout", { ...params, seconds: 0 }],
    ["EPIPE", "reset", params],
    ["EPROTO", "connection-failed", { ...params, reason: "EPROTO" }],
    [
      "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION",
      "tls-refused",
      { ...params, reason: "TLSV1_ALERT_PROTOCOL_VERSION" },
    ],
    ["ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", "client-certificate-needed", params],
  ])("is told by its code %s", (code, fault, told) => {
    expect(connectionFault(failing(code), params)).toEqual({ code: fault, params: told });
  });

  it("that took too long tells how long", () => {
    expect(connectionFault(new TookTooLong(5000), params)).toEqual({
      code: "timeout",
      params: { ...params, seconds: 5 },
    });
  });

  it("that is a fault of ours is none of the registry's", () => {
    const bug = new TypeError("undefined is not a function");
    expect(() => connectionFault(bug, params)).toThrow(bug);
  });
});

describe("a phase", () => {
  const untilAborted = (signal: AbortSignal) =>
    new Promise<never>((_, reject) => {
      if (signal.aborted) reject(signal.reason);
      signal.addEventListener("abort", () => reject(signal.reason));
    });

  it("ends in time, and with the whole", async () => {
    const whole = new AbortController();
    await expect(within(whole.signal, 5, untilAborted)).rejects.toThrow(TookTooLong);
    const running = within(whole.signal, 60_000, untilAborted);
    whole.abort(new Error("nobody waits"));
    await expect(running).rejects.toThrow("nobody waits");
    await expect(within(whole.signal, 60_000, untilAborted)).rejects.toThrow("nobody waits");
  });
});
