import { expect, it } from "vitest";
import { withSlot } from "@/lib/server/ssh/slots";

/** Handshakes that end when told to. */
function handshakes() {
  const open: (() => void)[] = [];
  const counts = { running: 0, most: 0, done: 0 };
  const shake = async () => {
    counts.running += 1;
    counts.most = Math.max(counts.most, counts.running);
    await new Promise<void>((resolve) => open.push(resolve));
    counts.running -= 1;
    counts.done += 1;
  };
  return { open, counts, shake };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it("lets no more than the limit run at one place, and all of them in the end", async () => {
  const { open, counts, shake } = handshakes();
  const all = Promise.all(Array.from({ length: 25 }, () => withSlot("jump:22", 10, shake)));
  while (counts.done < 25) {
    await turn();
    expect(counts.running).toBeLessThanOrEqual(10);
    open.shift()?.();
  }
  await all;
  expect(counts.most).toBe(10);
});

it("holds nobody up at another place", async () => {
  const { open, counts, shake } = handshakes();
  const all = ["a:22", "b:22", "c:22"].flatMap((place) => [
    withSlot(place, 1, shake),
    withSlot(place, 1, shake),
  ]);
  await turn();
  expect(counts.running).toBe(3);
  while (counts.done < 6) {
    await turn();
    open.shift()?.();
  }
  await Promise.all(all);
});

it("gives the place of a failed one on", async () => {
  await expect(
    withSlot("d:22", 1, async () => {
      throw new Error("refused");
    }),
  ).rejects.toThrow("refused");
  expect(await withSlot("d:22", 1, async () => "in")).toBe("in");
});
