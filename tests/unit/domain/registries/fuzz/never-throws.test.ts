import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { containerdFiles } from "@/lib/domain/registries/containerd/files";
import { explain } from "@/lib/domain/registries/explain/explain";
import { decodeFile, lintFile, readFileText } from "@/lib/domain/registries/file-text";
import { parse } from "@/lib/domain/registries/parse";
import { render } from "@/lib/domain/registries/render";
import { type TargetInput, toTarget } from "@/lib/domain/registries/target";
import { patience, runs } from "@/tests/support/runs";
import { fileBytes, images, realFiles, target, toBytes } from "./inputs";

/** Everything that is ever done with a file; its laws are tested elsewhere, here it only has to end well. */
function use(bytes: Uint8Array, input: TargetInput): void {
  const file = readFileText(bytes);
  const decoded = decodeFile(file);
  const findings = lintFile(file, input);
  const parsed = parse(file.text);
  if (parsed.ok) render(parsed.definition);
  if (decoded.ok) {
    containerdFiles(decoded.result, toTarget(input));
    for (const image of images) {
      explain({ decoded: decoded.result, image, target: toTarget(input), assume: { 1: "404", 2: "tls" } });
    }
  } else {
    expect(findings.some(({ severity }) => severity === "error")).toBe(true);
  }
  expect(parsed.ok).toBe(decoded.ok);
}

describe("nothing in a file makes it fail", patience, () => {
  test("damaged files, definitions and random bytes", () => {
    fc.assert(fc.property(fileBytes, target, use), runs(400));
  });

  test("real files cut off at every byte", () => {
    for (const file of realFiles) {
      const bytes = toBytes(file);
      for (let length = 0; length < bytes.length; length++) {
        const cut = bytes.subarray(0, length);
        if (length % 20 === 0) use(cut, {});
        else expect(parse(readFileText(cut).text).ok).toBe(decodeFile(readFileText(cut)).ok);
      }
    }
  });
});
