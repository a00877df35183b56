import { describe, expect, test } from "vitest";
import { decode } from "@/lib/domain/registries/decode";
import { parse } from "@/lib/domain/registries/parse";
import { render } from "@/lib/domain/registries/render";
import { documentedFiles } from "./documented-files";
import { guideFiles } from "./reference-files";

function reimport(text: string): string {
  const result = parse(text);
  if (!result.ok) throw new Error(result.error);
  return render(result.definition);
}

describe("published examples", () => {
  test.each([...guideFiles, ...documentedFiles])(
    "means what it says, before and after an import: $name",
    (file) => {
      expect(decode(file.text)).toEqual({ ok: true, result: file.meaning });
      expect(decode(reimport(file.text))).toEqual({ ok: true, result: file.meaning });
    },
  );

  test("keeps the order of registries and endpoints", () => {
    const names = [...reimport(guideFiles[0]?.text ?? "").matchAll(/^ {2}"(.*)":$/gm)].map(
      ([, name]) => name,
    );
    expect(names).toEqual(["172.31.6.200:5000", "rancher.ksd.top:5000", "docker.io", "harbor2.kingsd.top"]);
  });

  test("tells the documentation's missing colon as K3s does", () => {
    const text = `mirrors:
 registry.example.com
   endpoint:
     - "https://registry.example.com:443"
`;
    const error = "yaml: line 3: mapping values are not allowed in this context";
    expect(decode(text)).toEqual({ ok: false, error, line: 3 });
    expect(parse(text)).toEqual({ ok: false, error, line: 3, column: 12 });
  });
});
