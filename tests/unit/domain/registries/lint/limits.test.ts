import { describe, expect, it } from "vitest";
import { decode } from "@/lib/domain/registries/decode";
import { lint } from "@/lib/domain/registries/lint/lint";

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join("");

describe("a file of a thousand mirrors and more", () => {
  const yaml = `mirrors:\n${lines(6000, (at) => `  r${at}.io:\n    endpoint: [h${at}.corp, h${at}.corp]\n`)}`;
  const findings = lint(yaml);

  it("gets the first thousand findings and the number of the rest", () => {
    expect(findings).toHaveLength(1001);
    expect(findings.at(-1)).toMatchObject({ code: "more-findings", severity: "info", fixes: [] });
  });

  it("gets as many fixes as a few megabytes hold", () => {
    const size = findings.flatMap(({ fixes }) => fixes).reduce((sum, { text }) => sum + text.length, 0);
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThan(2_500_000);
  });
});

describe("many rules of one mirror", () => {
  it("are compared without trying every pair", () => {
    const yaml = `mirrors:\n  a.b:\n    endpoint: [https://h]\n    rewrite:\n${lines(3000, (at) => `      ^a${at}/(.*): b/$1\n`)}`;
    expect(lint(yaml).filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

describe("a file that is right", () => {
  it("has no findings", () => {
    const yaml = [
      "mirrors:",
      "  docker.io:",
      "    endpoint:",
      '      - "https://harbor.corp:8443/v2/hub"',
      "  quay.io:",
      "    endpoint:",
      '      - "https://harbor.corp:8443"',
      "    rewrite:",
      '      "^(.*)$": "quay/$1"',
      "configs:",
      '  "harbor.corp:8443":',
      "    auth:",
      "      username: robot",
      '      password: "{{secret:robot.password}}"',
      "    tls:",
      "      ca_file: /etc/ssl/corp.crt",
      "",
    ].join("\n");
    expect(lint(yaml)).toEqual([]);
  });
});

describe("a file that no fleet needs", () => {
  it("is refused instead of judged", () => {
    const findings = lint(`mirrors: {a.b: {endpoint: [${"a,".repeat(160_000)}]}}`);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([["too-many-values", "error"]]);
    expect(findings[0]?.params).toMatchObject({ most: 150_000 });
  });

  it("gets all its findings counted, however few are listed", () => {
    const findings = lint(`mirrors:\n  a.b:\n    endpoint:\n${lines(20_000, (at) => `      - h${at}\n`)}`);
    expect(findings).toHaveLength(1001);
    expect(findings.at(-1)).toMatchObject({ code: "more-findings", params: { count: 19_000 } });
  });
});

describe("a rewrite that is not looked at", () => {
  const rewrites = (many: number, last: string) =>
    `mirrors:\n  a.b:\n    endpoint: [https://h]\n    rewrite:\n${lines(many, (at) => `      ^a${at}: b\n`)}      ${last}: c\n`;

  it.each([
    ["one of too many", rewrites(1000, '"("')],
    ["one that is too long", rewrites(0, `? ${"a".repeat(5000)}\n      `)],
  ])("is told of: %s", (_, text) => {
    const found = lint(text).filter(({ code }) => code === "rewrites-unjudged");
    expect(found).toMatchObject([{ severity: "warning", params: { count: 1 } }]);
  });

  it("is none in a usual file", () => {
    expect(lint(rewrites(999, '"("')).map(({ code }) => code)).not.toContain("rewrites-unjudged");
  });
});

describe("a fix in a long file", () => {
  const entries = lines(300, (at) => `  r${at}.corp:\n    endpoint:\n      - https://h${at}.corp\n`);
  const fixed = (entry: string) =>
    lint(`mirrors:\n${entries}${entry}${entries.replaceAll("r", "s")}`).flatMap(({ fixes }) => fixes);

  it("is proven by its entry alone", () => {
    const fixes = fixed("  q.corp:\n    endpoint:\n      - q.corp:1\n");
    expect(fixes.map(({ id }) => id)).toContain("write");
  });

  it("is no fix where it takes an anchor away that another entry needs", () => {
    const tied = "  q.corp: &q\n    endpoint:\n      - https://q\n  q.corp:\n  p.corp: *q\n";
    expect(fixed(tied).map(({ id, text }) => [id, decode(text).ok])).not.toContainEqual([
      expect.anything(),
      false,
    ]);
  });
});
