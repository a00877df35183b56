import { describe, expect, it } from "vitest";
import { parseNodeLines } from "@/lib/domain/nodes/lines";

describe("parseNodeLines", () => {
  it.each([
    ["root@10.0.0.1:2222", { username: "root", host: "10.0.0.1", port: 2222, name: "10.0.0.1" }],
    ["edge-1", { username: null, host: "edge-1", port: 22, name: "edge-1" }],
    ["ops@edge-1.corp edge one", null],
    [
      "ops@edge-1.corp  edge-one # rack 3",
      { username: "ops", host: "edge-1.corp", port: 22, name: "edge-one" },
    ],
    ["ops@[2001:db8::1]:2200", { username: "ops", host: "2001:db8::1", port: 2200, name: "2001:db8::1" }],
    ["2001:db8::1", { username: null, host: "2001:db8::1", port: 22, name: "2001:db8::1" }],
    [
      "mei@root@asset@jump.corp:2222",
      { username: "mei@root@asset", host: "jump.corp", port: 2222, name: "jump.corp" },
    ],
  ])("reads %s", (text, expected) => {
    const { nodes } = parseNodeLines(text);
    expect(nodes).toEqual(expected ? [{ line: 1, ...expected }] : []);
  });

  it.each([
    ["root@10.0.0.1:99999", "port"],
    ["root@10.0.0.1:ssh", "port"],
    ["root@", "host"],
    ["root@-oProxyCommand=x", "host"],
    ["-l@host", "login-name"],
    ["root@host name more", "shape"],
    ["root@ho$t", "host"],
  ])("refuses %s because of its %s", (text, code) => {
    expect(parseNodeLines(text).bad).toEqual([{ line: 1, text, code }]);
  });

  it("keeps good lines, skips comments and reports the second of two equal addresses", () => {
    const { nodes, bad } = parseNodeLines("# nodes\r\nroot@a\n\nops@A:22\nroot@b\n");
    expect(nodes.map(({ host, line }) => [host, line])).toEqual([
      ["a", 2],
      ["b", 5],
    ]);
    expect(bad).toEqual([{ line: 4, text: "ops@A:22", code: "duplicate" }]);
  });
});
