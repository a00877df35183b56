import { describe, expect, it } from "vitest";
import { auditActions, auditFamilyNames } from "@/lib/domain/audit/actions";
import { readCatalogue } from "./catalogues";

describe.each(["en", "zh-CN"] as const)("the audit log in %s", (locale) => {
  const texts = readCatalogue(locale);
  const namesUnder = (prefix: string) =>
    [...texts.keys()].flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));

  it("has a sentence for each action, and no other", () => {
    expect(namesUnder("audit.actions.").toSorted()).toEqual([...auditActions]);
  });

  it("has a name for each kind of action, and no other", () => {
    expect(namesUnder("audittools.families.").toSorted()).toEqual(auditFamilyNames.toSorted());
  });
});
