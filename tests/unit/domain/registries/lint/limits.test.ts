import { describe, expect, it } from "vitest";
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
