import { describe, expect, it } from "vitest";
import { namesAfter, triedRepository, tryRules } from "@/lib/domain/registries/rewrite/try-rules";

const rule = (pattern: string, replacement: string) => ({ pattern, replacement });

describe("trying a name on the rules of a mirror", () => {
  it("says of each rule what it makes of the name", () => {
    const trials = tryRules(
      [
        rule("^library/(.*)$", "hub/$1"),
        rule("^(.*)$", "all/$1"),
        rule("^quay/", "x"),
        rule("nginx", "nginx"),
        rule("(?=a)", "x"),
        rule("", ""),
        rule("^library/(.*)$", "hub/$1x"),
      ],
      "library/nginx",
    );
    expect(trials).toEqual([
      { kind: "changed", after: "hub/nginx" },
      { kind: "changed", after: "all/library/nginx" },
      { kind: "unmatched" },
      { kind: "same" },
      { kind: "invalid", error: expect.stringContaining("(?=") },
      { kind: "untried" },
      { kind: "changed", after: "hub/" },
    ]);
    expect(namesAfter(trials)).toEqual(["hub/nginx", "all/library/nginx", "hub/"]);
  });

  it("stops at what cannot be compiled quickly", () => {
    const long = rule(`^${"a".repeat(40_000)}`, "");
    expect(tryRules([long, long, rule("n", "m")], "n").map(({ kind }) => kind)).toEqual([
      "unmatched",
      "untried",
      "untried",
    ]);
  });

  it.each([
    ["nginx", "docker.io", "library/nginx"],
    ["library/nginx:1.27", "docker.io", "library/nginx"],
    ["docker.io/nginx", "docker.io", "library/nginx"],
    ["team/app", "harbor.corp:5000", "team/app"],
    ["harbor.corp:5000/team/app@sha256:12", "harbor.corp:5000", "harbor.corp:5000/team/app@sha256:12"],
    ["quay.io/team/app:2", "*", "team/app"],
    [" team/ ", "docker.io", "team/"],
    ["app", "", "library/app"],
  ])("%s of %s is %s", (text, mirror, repository) => {
    expect(triedRepository(text, mirror)).toBe(repository);
  });
});
