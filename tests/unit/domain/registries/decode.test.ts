import { describe, expect, test } from "vitest";
import { type Decoded, type DecodeResult, decode } from "@/lib/domain/registries/decode";
import ran from "./golden/decode-cases.json";
import chosen from "./golden/yaml-decode.json";

interface Case {
  registriesYaml: string;
  ok: boolean;
  result?: unknown;
  error?: string;
  line?: number | null;
}

const firstLine = (error: string) => {
  const named = /^yaml: (?:unmarshal errors:\n {2})?line (\d+): /.exec(error);
  return named === null ? null : Number(named[1]);
};

/** What the real decoder answered, in the shape of ours. */
function toExpected({ ok, result, error = "" }: Case): DecodeResult {
  return ok ? { ok, result: result as Decoded } : { ok, error, line: firstLine(error) };
}

describe("decode", () => {
  test.each(chosen.cases.map((golden) => [golden.name, golden as Case] as const))(
    "reads as K3s does: %s",
    (_name, golden) => {
      expect(decode(golden.registriesYaml)).toEqual(toExpected(golden));
    },
  );

  test.each(ran.cases.map((golden) => [golden.registriesYaml, golden as Case] as const))(
    "answers what yaml.v2 answers to %j",
    (_name, golden) => {
      expect(decode(golden.registriesYaml)).toEqual(toExpected(golden));
      if (!golden.ok) expect(firstLine(golden.error ?? "")).toBe(golden.line);
    },
  );

  test("keeps the name __proto__ an ordinary key", () => {
    const decoded = decode("mirrors:\n  __proto__:\n    endpoint: [x]\n");
    expect(decoded.ok && Object.keys(decoded.result.mirrors ?? {})).toEqual(["__proto__"]);
  });
});
