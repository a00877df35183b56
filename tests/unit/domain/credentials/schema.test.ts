import { expect, it } from "vitest";
import { createCredentialSchema, updateCredentialSchema } from "@/lib/domain/credentials/schema";
import { toFieldIssues } from "@/lib/domain/issues";

const issuesOf = (json: string) => {
  const input: unknown = JSON.parse(json);
  const result = createCredentialSchema.safeParse(input);
  return result.success ? [] : toFieldIssues(result.error, input);
};

it.each(["__proto__", "constructor", "prototype"])(
  "refuses a field named %s instead of dropping it",
  (name) => {
    const fields = `{"username": "robot", "${name}": "s3cret"}`;
    expect(issuesOf(`{"name": "harbor", "fields": ${fields}}`)).toEqual([
      { path: ["fields", name], code: "reserved-name" },
    ]);
    expect(updateCredentialSchema.safeParse(JSON.parse(`{"fields": ${fields}}`)).success).toBe(false);
  },
);

it("takes other fields, and tells missing and wrong ones", () => {
  expect(issuesOf('{"name": "harbor", "fields": {"username": "robot", "token": "t"}}')).toEqual([]);
  expect(issuesOf('{"name": "harbor"}')).toEqual([{ path: ["fields"], code: "required" }]);
  expect(issuesOf('{"name": "harbor", "fields": {}}')).toEqual([{ path: ["fields"], code: "required" }]);
  expect(issuesOf('{"name": "harbor", "fields": [1]}')).toEqual([{ path: ["fields"], code: "invalid-type" }]);
});
