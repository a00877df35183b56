import { expect, it } from "vitest";
import { findChange, toldOffer } from "@/components/nodes/detail/key-change";
import type { HostKeyOffer, NodeView } from "@/lib/domain/nodes/views";

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 10, minute)).toISOString();
const authority = { id: "ca", name: "fleet-ca" };
const certificate = { authority, keyId: "edge", serial: "1", validUntil: null };
const trusting = (fingerprint: string): NodeView["hostKey"] => ({
  algorithm: "ssh-ed25519",
  fingerprint,
  trustedAt: at(1),
  trustedByName: "fleet-ca",
  certificate,
});
const unproven: NodeView["check"] = {
  checkedAt: at(2),
  seenAt: null,
  fault: { code: "host-key-changed", params: { presented: "SHA256:strange", certificate: "unproven" } },
  facts: null,
};
const offer = (of: HostKeyOffer["certificate"]): HostKeyOffer => ({
  host: "edge.corp",
  port: 22,
  algorithm: "ssh-ed25519",
  fingerprint: "SHA256:new",
  trusted: { algorithm: "ssh-ed25519", fingerprint: "SHA256:old" },
  certificate: of,
});
const vouched = offer({ ok: true, value: certificate });
const change = (node: Parameters<typeof findChange>[0], fetched: HostKeyOffer) =>
  findChange(node, toldOffer(node, fetched));

it("is what the test found out, not what a certificate of another machine said before it", () => {
  const node = { hostKey: trusting("SHA256:old"), check: unproven };
  expect(change(node, vouched)).toEqual({ old: "SHA256:old", fresh: "SHA256:strange" });
  expect(change({ ...node, check: null }, vouched)).toBeNull();
});

it("is none once the vouched key was taken over", () => {
  const node = { hostKey: trusting("SHA256:new"), check: null };
  expect(toldOffer(node, vouched)).toBe(vouched);
  expect(change(node, vouched)).toBeNull();
});

it("is what was fetched where nobody vouches, or nothing is trusted", () => {
  const node = { hostKey: trusting("SHA256:old"), check: null };
  expect(change(node, offer(null))).toEqual({ old: "SHA256:old", fresh: "SHA256:new" });
  expect(toldOffer({ ...node, hostKey: null }, vouched)).toBe(vouched);
});
