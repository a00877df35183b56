import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { saveTemplatesSchema } from "@/lib/domain/configurations/schema";
import { templateSnippets } from "@/lib/domain/containerd-template/facts";
import { managedTemplatesSchema } from "@/lib/domain/containerd-template/managed";
import { templateLimit } from "@/lib/domain/containerd-template/on-node";
import { findTextFaults, tidyTemplate } from "@/lib/domain/containerd-template/text-faults";
import { toFieldIssues } from "@/lib/domain/issues";
import english from "@/lib/i18n/en/issues.json";

const v3 = "config-v3.toml.tmpl" as const;
const refused = (templates: unknown): string[] => {
  const read = managedTemplatesSchema.safeParse(templates);
  return read.success ? [] : toFieldIssues(read.error, templates).map(({ code }) => code);
};
const told = (text: string) => findTextFaults(text).map(({ code, line }) => `${code} ${line}`);

describe("the templates of a revision", () => {
  it.each<[string, unknown, string[]]>([
    [
      "one of each name",
      [
        { name: v3, text: "a" },
        { name: "config.toml.tmpl", text: "b" },
      ],
      [],
    ],
    ["none at all", [], []],
    [
      "a name twice",
      [
        { name: v3, text: "a" },
        { name: v3, text: "b" },
      ],
      ["template-repeated"],
    ],
    ["a name that K3s does not read", [{ name: "../config.toml", text: "a" }], ["invalid-value"]],
    ["a text of blanks", [{ name: v3, text: " \n" }], ["required"]],
    ["a line end of Windows", [{ name: v3, text: "a\r\n" }], ["control-character"]],
    [
      "a text that is too large",
      [{ name: v3, text: "ä\n".repeat(templateLimit / 3 + 1) }],
      ["template-too-large"],
    ],
    ["a text just as large as allowed", [{ name: v3, text: "a".repeat(1000).concat("\n").repeat(65) }], []],
    ["a line that nobody would write", [{ name: v3, text: "a".repeat(2001) }], ["template-long-line"]],
    ["a password", [{ name: v3, text: 'password = "p"' }], ["template-secret"]],
    ["another key", [{ name: v3, text: "a", mode: 0 }], ["unknown-key"]],
  ])("%s", (...[, templates, codes]) => {
    expect(refused(templates)).toEqual(codes);
    for (const code of codes) expect(Object.keys(english)).toContain(code);
  });

  it("are saved on top of a revision that is named", () => {
    expect(saveTemplatesSchema.safeParse({ baseNumber: 1, templates: [] }).success).toBe(true);
    expect(saveTemplatesSchema.safeParse({ templates: [] }).success).toBe(false);
    expect(saveTemplatesSchema.safeParse({ baseNumber: 1, templates: [], definition: {} }).success).toBe(
      false,
    );
  });
});

describe("what keeps a text from being stored", () => {
  it("is told by line", () => {
    expect(told(`${templateSnippets.base}\n`)).toEqual([]);
    expect(told("")).toEqual(["required null"]);
    expect(told(`a\nb\u0000\n\u0007`)).toEqual(["control-character 2", "control-character 3"]);
    expect(told('a = 1\ntoken = "x"\nb = 2\n[h.auth]\n  password = "y"')).toEqual([
      "template-secret 2",
      "template-secret 5",
    ]);
    expect(told(`a\n${"b".repeat(2001)}`)).toEqual(["template-long-line 2"]);
    expect(told("x".repeat(templateLimit + 1))).toEqual(["template-too-large null"]);
  });

  it("is told by the first line where hidden lines become one", () => {
    expect(told('a = 1\ntoken = """\none\ntwo\n"""\nsecret = "x"')).toEqual(["template-secret 2"]);
  });

  it("is told in a few lines only", () => {
    expect(told("\u0001\n".repeat(500))).toHaveLength(10);
  });

  it("is told of exactly the texts that the schema refuses", () => {
    const parts = fc.constantFrom(
      "token",
      "=",
      '"x"',
      "\n",
      "[a.auth]",
      "\t",
      "\u0001",
      "\r",
      " ",
      "# b",
      "1",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 14 }), (list) => {
        const text = list.join("");
        expect(findTextFaults(text).length > 0).toBe(refused([{ name: v3, text }]).length > 0);
      }),
    );
  });

  it("is taken away where it says nothing", () => {
    expect(tidyTemplate("\uFEFFa\r\nb\rc\n")).toBe("a\nb\nc\n");
    expect(tidyTemplate("a\n\uFEFFb")).toBe("a\n\uFEFFb");
  });
});
