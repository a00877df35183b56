import { describe, expect, it } from "vitest";
import { readInventory } from "@/lib/domain/inventory/read";

const read = (text: string) => readInventory(text, "lines");

describe("pasted lines", () => {
  it.each([
    ["root@10.0.0.1:2222", { username: "root", host: "10.0.0.1", port: 2222, name: "10.0.0.1" }],
    ["edge-1", { username: null, host: "edge-1", port: null, name: "edge-1" }],
    [
      "ops@edge-1.corp  edge-one # rack 3",
      { username: "ops", host: "edge-1.corp", port: null, name: "edge-one" },
    ],
    ["ops@[2001:db8::1]:2200", { username: "ops", host: "2001:db8::1", port: 2200, name: "2001:db8::1" }],
    ["2001:db8::1", { username: null, host: "2001:db8::1", port: null, name: "2001:db8::1" }],
    ["root＠１０．０．０．１：２２　边缘1", { username: "root", host: "10.0.0.1", port: 22, name: "边缘1" }],
    [
      "mei@root@asset@jump.corp:2222",
      { username: "mei@root@asset", host: "jump.corp", port: 2222, name: "jump.corp" },
    ],
  ])("reads %s", (text, expected) => {
    expect(read(text)).toEqual({
      rows: [{ line: 1, groups: [], role: null, hint: null, ...expected }],
      left: [],
    });
  });

  it.each([
    ["root@10.0.0.1:99999", "port"],
    ["root@10.0.0.1:ssh", "port"],
    ["root@10.0.0.1:", "port"],
    ["root@", "host"],
    ["@10.0.0.1", "login-name"],
    ["root@-oProxyCommand=x", "host"],
    ["-l@host", "login-name"],
    ["root@host name more", "shape"],
    ["root@ho$t", "host"],
    [`root@a ${"n".repeat(101)}`, "name"],
  ])("refuses %s because of its %s", (text, code) => {
    expect(read(text)).toEqual({ rows: [], left: [{ line: 1, text, code }] });
  });

  it("keeps good lines, skips comments and reports the second of two equal addresses or names", () => {
    const { rows, left } = read("\ufeff# nodes\r\nroot@a\r\n\r\nops@A:22\rroot@b\nroot@c B\n");
    expect(rows.map(({ host, line }) => [host, line])).toEqual([
      ["a", 2],
      ["b", 5],
    ]);
    expect(left).toEqual([
      { line: 4, text: "ops@A:22", code: "duplicate" },
      { line: 6, text: "root@c B", code: "duplicate-name" },
    ]);
  });
});
