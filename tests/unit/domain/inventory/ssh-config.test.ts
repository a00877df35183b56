import { describe, expect, it } from "vitest";
import { readInventory } from "@/lib/domain/inventory/read";

const read = (text: string) => readInventory(text, "ssh-config");
const rowsOf = (text: string) =>
  read(text).rows.map(({ name, host, port, username }) => [name, host, port, username]);

const config = `# my machines
Include ~/.ssh/config.d/*
ServerAliveInterval 30

Host srv-1 srv-one
  HostName 10.0.1.11
Host edge-1
  HostName=10.0.4.1
  port = 2222
  USER "ops"   # the operators
  IdentityFile "~/.ssh/id fleet"
  User ignored
host edge-2
  HostName %h.corp.example
  ProxyJump bastion
Host edge-* !edge-9
  User edge
  IdentityFile ~/.ssh/id_edge
Host edge-9
Match host edge-1 exec "test -f /tmp/x"
  User matched
Host *
  User fallback
  ProxyJump none
`;

describe("an OpenSSH client configuration", () => {
  it("gives each alias the first value of each directive, from all blocks that fit it", () => {
    const { rows } = read(config);
    expect(rows).toEqual([
      {
        line: 5,
        name: "srv-1",
        host: "10.0.1.11",
        port: null,
        username: "fallback",
        groups: [],
        role: null,
        hint: null,
      },
      {
        line: 7,
        name: "edge-1",
        host: "10.0.4.1",
        port: 2222,
        username: "ops",
        groups: [],
        role: null,
        hint: "~/.ssh/id fleet",
      },
      {
        line: 13,
        name: "edge-2",
        host: "edge-2.corp.example",
        port: null,
        username: "edge",
        groups: [],
        role: null,
        hint: "~/.ssh/id_edge",
      },
      {
        line: 19,
        name: "edge-9",
        host: "edge-9",
        port: null,
        username: "fallback",
        groups: [],
        role: null,
        hint: null,
      },
    ]);
  });

  it("says what is not taken over: jumps, includes, conditions and patterns, and a second name of one machine", () => {
    expect(read(config).left.map(({ line, text, code }) => [code, text, line])).toEqual([
      ["include", "~/.ssh/config.d/*", 2],
      ["wildcard", "edge-*", 16],
      ["wildcard", "!edge-9", 16],
      ["match", "host edge-1 exec test -f /tmp/x", 20],
      ["wildcard", "*", 22],
      ["duplicate", "srv-one", 5],
      ["jump-host", "edge-2", 13],
    ]);
  });

  it.each([
    ["Host a\n  Port 99999", "port"],
    ["Host a\n  HostName bad host$", null],
    ["Host a\n  HostName -oProxyCommand=x", "host"],
    ["Host a\n  User -x", "login-name"],
    ["Host a\n  ProxyCommand ssh -W %h:%p gate", "jump-host"],
  ])("judges %j", (text, code) => {
    expect(read(text).left.map((one) => one.code)).toEqual(code === null ? [] : [code]);
  });

  it("applies what stands before the first block to all, and lets a block name an alias beside wildcards", () => {
    expect(rowsOf("User all\nHost x* y1\n  Port 7\nHost x1\n  Port 8")).toEqual([
      ["y1", "y1", 7, "all"],
      ["x1", "x1", 7, "all"],
    ]);
  });

  it("keeps the @ in the user of a bastion", () => {
    expect(rowsOf("Host gate\n  User mei@root@10.0.4.21\n  HostName jump.corp\n  Port 2222")).toEqual([
      ["gate", "jump.corp", 2222, "mei@root@10.0.4.21"],
    ]);
  });

  it("is done with a file that names one host half a million times or ends in stars", () => {
    const { rows, left } = read(`Host ${"a1 b2 c3 ".repeat(100_000)}`);
    expect([rows.length, left.length]).toEqual([3, 0]);
    const stars = read(`Host ${"a".repeat(99)}\nHost ${"*a".repeat(300)}b\n User x`);
    expect(stars.rows).toMatchObject([{ username: null }]);
    const many = read(Array.from({ length: 40_000 }, (_, at) => `Host h${at} *${at}`).join("\n"));
    expect(many.rows).toHaveLength(5000);
    expect(many.left[0]).toEqual({ line: null, text: "1000", code: "too-many" });
  });
});
