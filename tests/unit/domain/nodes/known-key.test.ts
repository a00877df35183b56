import { describe, expect, it } from "vitest";
import { isOfAnother, keyInTheWay } from "@/lib/domain/nodes/known-key";

const key = (publicKey: string, authorityId: string | null) => ({
  publicKey,
  algorithm: "ssh-ed25519",
  fingerprint: `SHA256:${publicKey}`,
  authorityId,
});
const vouched = { publicKey: "new", authorityId: "ca" };

describe("a key that an authority vouches for", () => {
  it.each([
    ["of the same authority", [key("old", "ca"), key("old", "ca")], undefined],
    ["of a person", [key("old", null)], "old"],
    ["of another authority", [key("old", "other")], "old"],
    ["of a person at its place", [key("old", "ca"), key("at-place", null)], "at-place"],
    ["that is the same", [key("new", null)], undefined],
    ["that is not there", [], undefined],
  ])("meets one %s", (_, known, inTheWay) => {
    expect(keyInTheWay({ known, isPlaceKnown: true }, vouched)?.publicKey).toBe(inTheWay);
  });

  it("replaces none at a place where no key is known", () => {
    const met = { known: [key("old", "ca")], isPlaceKnown: false };
    expect(keyInTheWay(met, vouched)?.publicKey).toBe("old");
    expect(keyInTheWay({ ...met, known: [key("new", "ca")] }, vouched)).toBeUndefined();
  });

  it.each([
    ["another authority", [key("new", "other")], true],
    ["this one, with another at its place", [key("new", "ca"), key("new", "other")], false],
    ["a person", [key("new", null)], false],
    ["another authority, with another key", [key("old", "other")], false],
    ["nobody", [], false],
  ])("may be vouched for already by %s", (_, known, isAnother) => {
    expect(isOfAnother({ known, isPlaceKnown: true }, vouched)).toBe(isAnother);
  });
});
