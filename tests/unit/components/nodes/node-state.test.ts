import { describe, expect, it } from "vitest";
import { addressOf, currentFault, lookOf, stateOf, waitsForTest } from "@/components/nodes/node-state";
import type { NodeView } from "@/lib/domain/nodes/views";
import type { Fault } from "@/lib/domain/pushes/outcomes";

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 10, minute)).toISOString();

const hostKey = (minute: number): NodeView["hostKey"] => ({
  algorithm: "ssh-ed25519",
  fingerprint: "SHA256:x",
  trustedAt: at(minute),
  trustedByName: "mei",
  certificate: null,
});

const check = (minute: number, code?: Fault): NodeView["check"] => ({
  checkedAt: at(minute),
  seenAt: null,
  fault: code ? { code, params: {} } : null,
  facts: null,
});

describe("the state of a node", () => {
  it("is not checked before the first look", () => {
    const node = { hostKey: hostKey(1), check: null };
    expect(stateOf(node)).toBe("notChecked");
    expect(lookOf(node)).toBe("notChecked");
  });

  it("is reachable after a look without a fault", () => {
    const node = { hostKey: hostKey(1), check: check(2) };
    expect(stateOf(node)).toBe("reachable");
    expect(lookOf(node)).toBe("succeeded");
  });

  it("waits for a test from the trust in its key to the first answer, unless a test failed since", () => {
    expect(waitsForTest({ hostKey: null, check: null })).toBe(false);
    expect(waitsForTest({ hostKey: hostKey(1), check: null })).toBe(true);
    expect(waitsForTest({ hostKey: hostKey(3), check: check(2, "host-key-unknown") })).toBe(true);
    expect(waitsForTest({ hostKey: hostKey(1), check: check(2, "login-refused") })).toBe(false);
  });

  it.each([
    ["unreachable", "unreachable"],
    ["connection-refused", "unreachable"],
    ["login-refused", "failed"],
    ["host-key-changed", "rollbackFailed"],
  ] as const)("is unreachable after %s", (code, look) => {
    const node = { hostKey: hostKey(1), check: check(2, code) };
    expect(stateOf(node)).toBe("unreachable");
    expect(lookOf(node)).toBe(look);
  });

  it("is not checked while its host key waits for trust", () => {
    const node = { hostKey: null, check: check(2, "host-key-unknown") };
    expect(stateOf(node)).toBe("notChecked");
    expect(currentFault(node)?.code).toBe("host-key-unknown");
  });

  it.each(["host-key-unknown", "host-key-changed"] as const)(
    "is not checked, and not reachable, when a key was trusted after %s",
    (code) => {
      const node = { hostKey: hostKey(3), check: check(2, code) };
      expect(currentFault(node)).toBeNull();
      expect(stateOf(node)).toBe("notChecked");
    },
  );

  it("keeps other faults when a key is trusted later", () => {
    const node = { hostKey: hostKey(3), check: check(2, "login-refused") };
    expect(currentFault(node)?.code).toBe("login-refused");
  });
});

describe("the address of a node", () => {
  it.each([
    ["10.0.0.4", 22, "10.0.0.4"],
    ["edge-1.corp", 2200, "edge-1.corp:2200"],
    ["2001:db8::4", 22, "2001:db8::4"],
    ["2001:db8::4", 2200, "[2001:db8::4]:2200"],
  ])("of %s and port %i is written %s", (host, port, text) => {
    expect(addressOf({ host, port })).toBe(text);
  });
});
