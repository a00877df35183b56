import { expect, it } from "vitest";
import { sameKeyIn } from "@/lib/domain/nodes/same-key";

const key = (fingerprint: string) => ({
  algorithm: "ssh-ed25519",
  fingerprint,
  trustedAt: "2026-01-01T00:00:00.000Z",
  trustedByName: "mei",
  certificate: null,
});
const node = (name: string, hostKey: ReturnType<typeof key> | null) => ({ id: `id-${name}`, name, hostKey });

it("names for each node the others with its host key, edge-2 before edge-10, and none for nodes without a key", () => {
  const found = sameKeyIn([
    node("edge-10", key("A")),
    node("new-1", null),
    node("edge-2", key("A")),
    node("lone", key("B")),
    node("edge-1", key("A")),
    node("new-2", null),
  ]);
  const names = [...found].map(([id, others]) => [id, others.map(({ name }) => name)]);
  expect(Object.fromEntries(names)).toEqual({
    "id-edge-1": ["edge-2", "edge-10"],
    "id-edge-2": ["edge-1", "edge-10"],
    "id-edge-10": ["edge-1", "edge-2"],
  });
});
