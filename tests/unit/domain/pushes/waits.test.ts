import { expect, it } from "vitest";
import type { PushEventView } from "@/lib/domain/pushes/views";
import { waitsOf } from "@/lib/domain/pushes/waits";

let id = 0;
const event = (
  pushNodeId: string | null,
  code: string,
  params: Record<string, string> = {},
): PushEventView => ({
  id: ++id,
  at: "2026-01-01T00:00:00.000Z",
  pushNodeId,
  phase: "verify",
  code,
  params,
});
const awaiting = (node: string, seconds: string) => event(node, "awaiting", { seconds });

it("tells until when each node waits, and not of those whose wait is over", () => {
  const waits = waitsOf([
    event(null, "push-started"),
    awaiting("waits", "90"),
    awaiting("lost", "300"),
    event("lost", "connection-lost"),
    awaiting("again", "300"),
    awaiting("again", "60"),
    ...["confirmed", "not-confirmed", "finished", "node-ended"].flatMap((code) => [
      awaiting(code, "300"),
      event(code, code),
    ]),
    awaiting("hostile", "soon"),
    awaiting("endless", "1e300"),
    awaiting("never", "-1e300"),
  ]);
  expect(Object.fromEntries(waits)).toEqual({
    waits: "2026-01-01T00:01:30.000Z",
    lost: "2026-01-01T00:05:00.000Z",
    again: "2026-01-01T00:01:00.000Z",
    endless: "2026-01-01T01:00:00.000Z",
  });
});
