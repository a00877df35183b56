import { describe, expect, it } from "vitest";
import { CaretStore } from "@/components/configurations/editor/yaml/caret-store";
import { pathOfLine } from "@/components/configurations/editor/yaml/path-of-line";

const file = `# Ours
mirrors:
  # of Docker
  docker.io:
    endpoint:
      - "https://a.corp"
      # slow
      - https://b.corp:5000

      - "https://c.corp"
    rewrite:
      "^(lib: x)/(.*)$": "hub/$2"
  '*':
    endpoint:
    - https://d.corp
configs:
  "harbor.corp:8443":
    auth:
      password: "{{secret:harbor.password}}"
    tls: {ca_file: /etc/ca.pem}

# End`.split("\n");
const pathAt = (start: string, lines = file) =>
  pathOfLine(
    { count: lines.length, at: (number) => lines[number - 1] ?? "" },
    lines.findIndex((line) => line.trim().startsWith(start)) + 1,
  );

describe("the keys a line stands under", () => {
  it.each([
    ["# Ours", ["mirrors"]],
    ["# of Docker", ["mirrors", "docker.io"]],
    ["endpoint:", ["mirrors", "docker.io", "endpoint"]],
    ['- "https://a.corp"', ["mirrors", "docker.io", "endpoint", 0]],
    ["# slow", ["mirrors", "docker.io", "endpoint", 1]],
    ['- "https://c.corp"', ["mirrors", "docker.io", "endpoint", 2]],
    ['"^(lib: x)', ["mirrors", "docker.io", "rewrite", "^(lib: x)/(.*)$"]],
    ["'*':", ["mirrors", "*"]],
    ["- https://d.corp", ["mirrors", "*", "endpoint", 0]],
    ["password:", ["configs", "harbor.corp:8443", "auth", "password"]],
    ["tls:", ["configs", "harbor.corp:8443", "tls"]],
    ["# End", []],
  ])("are known of %s", (start, path) => expect(pathAt(start)).toEqual(path));

  it("are known in the middle of a change", () => {
    const broken = ["mirrors:", "  docker.io:", "    endpoint:", '      - "https://a', "    rew"];
    expect(pathAt("- ", broken)).toEqual(["mirrors", "docker.io", "endpoint", 0]);
    expect(pathAt("rew", broken)).toEqual(["mirrors", "docker.io"]);
  });
});

it("tells of a caret only when it went elsewhere, and which card it is in", () => {
  const store = new CaretStore();
  let told = 0;
  const stop = store.subscribe(() => told++);
  store.point("mirrors/2/endpoints/0");
  store.point("mirrors/2/endpoints/0");
  expect([store.card, told]).toEqual(["mirrors/2", 1]);
  store.point(null);
  stop();
  store.point("mirrors/1");
  expect([store.card, told]).toEqual(["mirrors/1", 2]);
});
