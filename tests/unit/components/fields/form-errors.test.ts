import { describe, expect, it } from "vitest";
import { type IssueTranslator, issueMessage } from "@/components/fields/issue-message";
import { toFormErrors } from "@/components/fields/to-form-errors";

const texts: Record<string, string> = { required: "Fill this in.", "invalid-format": "Cannot be used." };
const translate: IssueTranslator = Object.assign((code: string) => texts[code] ?? code, {
  has: (code: string) => code in texts,
});

describe("the errors of a form", () => {
  it("stand at the place of the refused value, with its code", () => {
    const issues = [{ path: ["nodes", 0, "host"], code: "required" }];
    expect(toFormErrors(issues, translate)).toEqual({
      "nodes.0.host": { type: "required", message: "Fill this in." },
    });
  });

  it("keep the first of several at one place", () => {
    const issues = [
      { path: ["name"], code: "required" },
      { path: ["name"], code: "invalid-format" },
    ];
    expect(toFormErrors(issues, translate)["name"]?.type).toBe("required");
  });

  it("stand at the form when no place is named", () => {
    expect(Object.keys(toFormErrors([{ path: [], code: "required" }], translate))).toEqual(["root"]);
  });

  it("say something even for a code that the catalogue lacks", () => {
    expect(issueMessage(translate, { code: "from-the-future" })).toBe("Cannot be used.");
  });
});
