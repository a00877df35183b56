import { describe, expect, it } from "vitest";
import type { InventoryKind } from "@/lib/domain/inventory/inventory";
import { readInventory } from "@/lib/domain/inventory/read";

const ini = `; written by hand
gate ansible_connection=local
[servers]
srv[01:02] ansible_user=root   # control plane
[edge]
edge-[a:c].corp
edge-9 ansible_host=10.0.4.9 ansible_port=2222 ansible_user='ops team'
edge-10:2200 ansible_ssh_host=10.0.4.10 ansible_become_password="p@ss word"
edge-11 ansible_host="{{ lookup('env','X') }}"
[edge:vars]
ansible_user = edge
ansible_password=hunter2
ansible_ssh_private_key_file=~/.ssh/edge
[prod:children]
edge
servers
[prod:vars]
ansible_user=prod
ansible_port=22022
[odd:thing]
lost
[all:vars]
ansible_user=everybody
ansible_ssh_common_args='-o ProxyJump=gate'
`;

const yaml = `---
all:
  vars: {ansible_user: everybody, ansible_ssh_common_args: "-o ProxyJump=gate"}
  hosts:
    gate: {ansible_connection: local}
  children:
    prod:
      vars:
        ansible_user: prod
        ansible_port: 22022
      children:
        servers:
          hosts:
            srv[01:02]:
              ansible_user: root
        edge:
          vars:
            ansible_user: edge
            ansible_password: hunter2
            ansible_ssh_private_key_file: ~/.ssh/edge
          hosts:
            edge-[a:c].corp:
            edge-9:
              ansible_host: 10.0.4.9
              ansible_port: 2222
              ansible_user: "ops team"
            edge-10:2200:
              ansible_ssh_host: 10.0.4.10
              ansible_become_password: !vault |
                $ANSIBLE_VAULT;1.1;AES256
                6638
            edge-11: {ansible_host: "{{ lookup('env','X') }}"}
`;

const edge = { groups: ["edge", "prod"], hint: "~/.ssh/edge", username: "edge" };

describe.each([
  ["ansible-ini", ini],
  ["ansible-yaml", yaml],
] as const)("an inventory as %s", (kind, text) => {
  const { rows, left } = readInventory(text, kind);

  it("has its ranges written out and every value from the most particular group", () => {
    const byName = Object.fromEntries(rows.map((row) => [row.name, row]));
    expect(Object.keys(byName)).toEqual([
      "srv01",
      "srv02",
      "edge-a.corp",
      "edge-b.corp",
      "edge-c.corp",
      "edge-10",
    ]);
    expect(byName["srv02"]).toMatchObject({
      username: "root",
      port: 22022,
      groups: ["servers", "prod"],
      hint: null,
    });
    expect(byName["edge-c.corp"]).toMatchObject({ ...edge, host: "edge-c.corp", port: 22022 });
    expect(byName["edge-10"]).toMatchObject({ ...edge, host: "10.0.4.10" });
  });

  it("names secrets and never holds one", () => {
    const codes = left.map(({ code, text: what }) => `${code} ${what}`);
    expect(codes).toContain("secret ansible_password");
    expect(codes).toContain("secret ansible_become_password");
    expect(JSON.stringify([rows, left])).not.toMatch(/hunter2|p@ss|VAULT|6638/);
  });

  it("says why the others are left out", () => {
    const codes = left.map(({ code, text: what }) => `${code} ${what}`);
    for (const expected of ["local gate", "login-name edge-9", "template edge-11", "jump-host srv01"])
      expect(codes).toContain(expected);
  });
});

describe("ranges", () => {
  const names = (pattern: string) =>
    readInventory(`[g]\n${pattern}`, "ansible-ini").rows.map(({ host }) => host);
  it.each([
    ["e[1:3]", ["e1", "e2", "e3"]],
    ["e[08:12:2].corp", ["e08.corp", "e10.corp", "e12.corp"]],
    ["r[1:2]n[a:b]", ["r1na", "r1nb", "r2na", "r2nb"]],
    ["e[1:2]:2222", ["e1", "e2"]],
    ["e[:2]", ["e0", "e1", "e2"]],
  ])("%s stands for %j", (pattern, expected) => expect(names(pattern)).toEqual(expected));

  it.each([
    ["e[3:1]", "range"],
    ["e[1:3:0]", "range"],
    ["e[1:x]", "range"],
    ["e[1:99999999]", "range-too-large"],
    ["e[1:999999999][1:999999999][1:999999999]", "range-too-large"],
    [`${"e".repeat(1001)}[1:2]`, "host"],
  ])("%s is refused as %s", (pattern, code) => {
    expect(readInventory(`[g]\n${pattern}`, "ansible-ini").left.map((one) => one.code)).toEqual([code]);
  });
});

describe("a hostile inventory", () => {
  const check = (kind: InventoryKind, text: string) => readInventory(text, kind);

  it("of five thousand endless ranges makes nothing", () => {
    const { rows, left } = check("ansible-ini", `[g]\n${"e[1:99999999]\n".repeat(5000)}`);
    expect([rows.length, left.length]).toEqual([0, 5000]);
  });

  it("of YAML aliases does not grow", () => {
    const levels = Array.from(
      { length: 30 },
      (_, at) => `a${at + 1}: &a${at + 1} {hosts: {x: *a${at}, y: *a${at}}}`,
    );
    const { rows } = check("ansible-yaml", ["a0: &a0 {hosts: {z: }}", ...levels].join("\n"));
    expect(rows.map(({ name }) => name)).toEqual(["z", "x", "y"]);
  });

  it("of groups that hold each other comes to an end", () => {
    const { rows } = check(
      "ansible-ini",
      "[a]\nh1\n[a:children]\nb\n[b:children]\na\nb\n[b:vars]\nansible_user=u",
    );
    expect(rows).toMatchObject([{ name: "h1", username: "u", groups: expect.arrayContaining(["a", "b"]) }]);
  });

  it("of ever more groups and hosts keeps its bounds", () => {
    const groups = Array.from({ length: 3000 }, (_, at) => `[g${at}:children]\ng${at + 1}`).join("\n");
    const { rows, left } = check("ansible-ini", `${groups}\n[g0]\nh[1:4999]\n[g1]\nk[1:4999]`);
    expect(rows).toHaveLength(5000);
    expect(new Set(left.map(({ code }) => code))).toEqual(new Set(["too-many-groups", "too-many"]));
  });

  it("of a short pattern for all hosts, again and again, is read in no time", () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `${at % 2 === 0 ? "a" : "b"}[1:5000]`);
    const started = performance.now();
    expect(check("ansible-ini", lines.join("\n")).rows).toHaveLength(5000);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it("that is broken YAML, no mapping, or of unknown keys is told to be so", () => {
    expect(check("ansible-yaml", "all:\n  hosts: [").left).toMatchObject([{ code: "yaml" }]);
    expect(check("ansible-yaml", "- a\n- b").left).toMatchObject([{ code: "structure" }]);
    expect(check("ansible-yaml", "all:\n  host: {a: }").left).toEqual([
      { code: "structure", text: "all.host", line: 2 },
    ]);
    expect(check("ansible-ini", "[odd:thing]\nlost").left).toEqual([
      { code: "structure", text: "[odd:thing]", line: 1 },
    ]);
  });
});
