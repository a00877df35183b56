import { describe, expect, it } from "vitest";
import { decode } from "@/lib/domain/registries/decode";
import { decodeFile, lintFile, readFileText } from "@/lib/domain/registries/file-text";
import golden from "./golden/file-bytes.json";

type Mirrors = Record<string, { endpoint: string[] | null; rewrite: Record<string, string> | null }>;

const encode = (text: string) => new TextEncoder().encode(text);

describe("the bytes of a file", () => {
  it.each(golden.cases)("$base64 mean what yaml.v2 makes of them", (sample) => {
    const result = decodeFile(readFileText(Buffer.from(sample.base64, "base64")));
    const meaning = result.ok ? { ok: true, mirrors: result.result.mirrors } : result;
    const expected: { ok: boolean; mirrors?: unknown; error?: string } = sample.ok
      ? { ok: true, mirrors: (sample as { mirrors: Mirrors | null }).mirrors }
      : { ok: false, error: sample.error ?? "" };
    expect(meaning).toMatchObject(expected);
  });

  it("that are text are that text", () => {
    const text = "\ufeffmirrors:\n  仓库.cn:\n    endpoint: [😀]\n";
    expect(readFileText(encode(text))).toEqual({ text, fault: null, whole: true });
    expect(decodeFile(readFileText(encode(text)))).toEqual(decode(text));
  });

  it("in UTF-16 are read as well", () => {
    const text = "mirrors: {仓库.cn: , 😀: }\n";
    const little = Buffer.from(`\ufeff${text}`, "utf16le");
    expect(readFileText(little)).toEqual({ text, fault: null, whole: true });
    expect(readFileText(Buffer.from(little).swap16())).toEqual({ text, fault: null, whole: true });
  });
});

describe("findings about bytes that are no text", () => {
  const broken = new Uint8Array([...encode("mirrors:\n  a: {endpoint: ["), 0xff, ...encode("]}\n")]);

  it("stand where yaml.v2 stops, in its words, without a fix that would lose the bytes", () => {
    expect(lintFile(readFileText(broken))).toMatchObject([
      {
        code: "yaml-parse",
        severity: "error",
        params: { error: "yaml: invalid leading UTF-8 octet" },
        range: { start: { line: 2, column: 18 } },
        fixes: [],
      },
    ]);
  });

  it("leave alone what K3s never reads", () => {
    const later = new Uint8Array([...encode(`mirrors: {}\n---\n# ${"x".repeat(600)}`), 0xff]);
    const codes = lintFile(readFileText(later)).map(({ code }) => code);
    expect(codes).not.toContain("yaml-parse");
    expect(decodeFile(readFileText(later)).ok).toBe(true);
  });
});
