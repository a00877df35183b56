import { expect, it } from "vitest";
import { canonicalContent } from "@/lib/domain/audit/content";

const event = {
  id: 7,
  at: new Date("2026-11-30T01:02:03.004Z"),
  actorId: "u1",
  actorName: "mei",
  action: "node.tested",
  targetType: "node",
  targetId: "n1",
  targetName: "edge-1",
  result: "ok",
  address: "10.0.0.1",
  detail: '{"fault":null}',
};

it("writes all that an event says, in one order", () => {
  expect(canonicalContent(event)).toBe(
    '{"id":7,"at":"2026-11-30T01:02:03.004Z","actorId":"u1","actorName":"mei","action":"node.tested","targetType":"node",' +
      '"targetId":"n1","targetName":"edge-1","result":"ok","address":"10.0.0.1","detail":"{\\"fault\\":null}"}',
  );
});

it("does not depend on the order of columns, nor on others there are", () => {
  const reversed = Object.fromEntries(Object.entries(event).reverse()) as typeof event;
  expect(canonicalContent({ ...reversed, digest: "x" } as typeof event)).toBe(canonicalContent(event));
});

it("tells what is missing from what is empty, and does not run fields together", () => {
  expect(canonicalContent({ ...event, address: null })).not.toBe(canonicalContent({ ...event, address: "" }));
  const moved = { ...event, targetId: "n", targetName: "1edge-1" };
  expect(canonicalContent(moved)).not.toBe(canonicalContent(event));
});
