import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizeReference } from "@/lib/domain/registries/reference";
import { findReferenceFault, type ReferenceFaultCode } from "@/lib/domain/registries/reference-fault";
import { runs } from "@/tests/support/runs";

const hex = "0".repeat(64);

/** The fault with the text it points at. */
function found(text: string): [ReferenceFaultCode, number, string] | null {
  const fault = findReferenceFault(text);
  return fault && [fault.code, fault.start, text.slice(fault.start, fault.end)];
}

describe("where an image name goes wrong", () => {
  it.each<[string, [ReferenceFaultCode, number, string]]>([
    ["", ["empty", 0, ""]],
    ["https://quay.io/a/b", ["scheme", 0, "https://"]],
    [" nginx", ["space", 0, " "]],
    ["nginx :1", ["space", 5, " "]],
    [hex, ["identifier", 0, hex]],
    ["Nginx", ["uppercase", 0, "N"]],
    ["library/NginX:1", ["uppercase", 8, "N"]],
    ["quay.io/a//b", ["path-empty", 10, ""]],
    ["quay.io/a/", ["path-empty", 10, ""]],
    ["/nginx", ["path-empty", 0, ""]],
    ["nginx-", ["separator", 5, "-"]],
    ["a..b", ["separator", 1, "."]],
    ["a___b", ["separator", 1, "_"]],
    ["ngi$nx", ["path-character", 3, "$"]],
    ["镜像/a", ["path-character", 0, "镜"]],
    ["a/😀", ["path-character", 2, "😀"]],
    ["harbor_x.corp:80/a", ["registry", 6, "_"]],
    ["-harbor.corp/a", ["registry", 0, "-"]],
    ["harbor.corp:/a", ["port", 12, ""]],
    ["harbor.corp:80x/a", ["port", 14, "x"]],
    ["nginx:", ["tag-empty", 6, ""]],
    ["nginx:-1", ["tag-character", 6, "-"]],
    ["nginx:1+2", ["tag-character", 7, "+"]],
    [`nginx:${"1".repeat(129)}`, ["tag-long", 134, "1"]],
    [`quay.io/${"a".repeat(256)}`, ["too-long", 263, "a"]],
    ["nginx@", ["digest-algorithm", 6, ""]],
    ["nginx@latest", ["digest-algorithm", 6, "latest"]],
    [`nginx@md5:${"0".repeat(32)}`, ["digest-algorithm", 6, "md5"]],
    [`nginx@sha256:${"0".repeat(63)}g`, ["digest-character", 76, "g"]],
    ["nginx@sha256:0abc", ["digest-length", 13, "0abc"]],
  ])("%j", (text, expected) => {
    expect(normalizeReference(text)).toHaveProperty("error");
    expect(found(text)).toEqual(expected);
  });

  it("is nowhere in a name that containerd takes", () => {
    for (const text of ["nginx", "a_b.c/d", "MyOrg/app", "[::1]:5000/a", `a:1@sha256:${hex}`]) {
      expect(findReferenceFault(text)).toBeNull();
    }
  });

  it("is told for every name that is refused, and lies within it", () => {
    const words = fc.constantFrom(
      "a",
      "B",
      "1",
      ".",
      "_",
      "-",
      "/",
      ":",
      "@",
      "sha256:",
      "localhost",
      " ",
      "[",
      "]",
      "é",
      hex,
    );
    const names = fc.array(words, { maxLength: 8 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(names, (text) => {
        const fault = findReferenceFault(text);
        expect(fault === null).toBe(!("error" in normalizeReference(text)));
        if (fault === null) return;
        expect(fault.code).not.toBe("other");
        expect(fault.start).toBeGreaterThanOrEqual(0);
        expect(fault.end).toBeGreaterThanOrEqual(fault.start);
        expect(fault.end).toBeLessThanOrEqual(text.length);
      }),
      runs(3000),
    );
  });
});
