import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupOf, groupsOf, suggestGroups } from "@/lib/domain/inventory/groups";
import {
  type InventoryRow,
  inventoryKinds,
  leftKinds,
  maxInventoryBytes,
} from "@/lib/domain/inventory/inventory";
import { readInventory } from "@/lib/domain/inventory/read";
import { recognise } from "@/lib/domain/inventory/recognise";
import english from "@/lib/i18n/en/inventory.json";
import { runs } from "@/tests/support/runs";

describe("what a text is taken for", () => {
  it.each([
    ["root@10.0.0.1 edge-1\n10.0.0.2", "lines"],
    ["[2001:db8::1]:22 edge-1", "lines"],
    ["", "lines"],
    ["# mine\nHost edge-1\n  HostName 10.0.0.1", "ssh-config"],
    ["host=edge-1\n\tuser=ops", "ssh-config"],
    ["[edge]\nedge-1", "ansible-ini"],
    ["[edge:vars] # x\nansible_user=ops", "ansible-ini"],
    ["edge-1 ansible_host=10.0.0.1", "ansible-ini"],
    ["edge[01:20].corp", "ansible-ini"],
    ["all:\n  hosts:\n    edge-1:", "ansible-yaml"],
    ["\ufeff---\r\nedge:\r\n  children: # none\r\n", "ansible-yaml"],
    ['{"all": {"hosts": {"a": null}}}', "ansible-yaml"],
    ['{\n "apiVersion": "v1",\n "kind": "List", "items": []}', "kubectl-json"],
    ["NAME   STATUS   ROLES    AGE   VERSION\na Ready <none> 1d v1", "kubectl-table"],
    ["name,ip\na,10.0.0.1", "csv"],
    ["host\tport\na\t22", "csv"],
    ['"名称";"地址"\na;b', "csv"],
  ])("%j is %s", (text, kind) => expect(recognise(text)).toBe(kind));

  it.each([
    ["C:\\Users\\mei\\.ssh\\config", "ssh-config"],
    ["inventory.ini", "ansible-ini"],
    ["hosts", "ansible-ini"],
    ["hosts.yml", "ansible-yaml"],
    ["fleet.TSV", "csv"],
    ["nodes.json", "kubectl-json"],
    ["fleet.txt", "lines"],
  ])("is told by the name %s when nothing else tells", (name, kind) => {
    expect(recognise("edge-1", name)).toBe(kind);
  });
});

describe("every reader", () => {
  it.each(inventoryKinds)(
    "of %s throws for no text and keeps what it gives usable",
    (kind) => {
      const piece = fc.constantFrom(
        "Host ",
        "[a:b]",
        "[",
        "]",
        "\n",
        " ",
        ":",
        "=",
        ",",
        '"',
        "'",
        "{",
        "}",
        "*",
        "all:",
        "hosts:",
        "- ",
        "&a ",
        "*a",
        "#",
        "\t",
        "x",
        "１",
      );
      fc.assert(
        fc.property(
          fc.oneof(
            fc.string({ unit: "binary" }),
            fc.array(piece).map((parts) => parts.join("")),
          ),
          (text) => {
            recognise(text);
            for (const { host, name, port } of readInventory(text, kind).rows) {
              expect(host).toMatch(/^[\w.:%-]+$/);
              expect(name).not.toMatch(/^$|\p{Cc}/u);
              expect(port === null || (port > 0 && port < 65536)).toBe(true);
            }
          },
        ),
        runs(60),
      );
    },
    60_000,
  );

  it.each([
    `a[${":".repeat(500_000)}`,
    `h ${" ".repeat(500_000)}"x`,
    ":".repeat(500_000),
    `[a]\nh ${"'".repeat(500_001)}`,
    `a: ${"[".repeat(10_000)}`,
    `NAME STATUS ROLES AGE VERSION ${"X ".repeat(200_000)}\nn`,
  ])("is done with a long hostile text (%#)", (text) => {
    recognise(text);
    for (const kind of inventoryKinds) expect(readInventory(text, kind).rows.length).toBeLessThan(2);
  });

  it.each(inventoryKinds)("of %s refuses more than a mebibyte, counted in bytes", (kind) => {
    const text = "机".repeat(maxInventoryBytes / 3 + 1);
    expect(readInventory(text, kind)).toEqual({
      rows: [],
      left: [{ line: null, text: "", code: "too-large" }],
    });
  });

  it("has words for every reason and kind", () => {
    expect(Object.keys(english.reasons).sort()).toEqual(Object.keys(leftKinds).sort());
    expect(Object.keys(english.kinds).sort()).toEqual([...inventoryKinds].sort());
  });
});

describe("groups of an inventory", () => {
  const row = (...groups: string[]) => ({ groups }) as InventoryRow;
  const rows = [row("edge", "prod"), row("srv", "prod"), row("etcd", "srv", "prod"), row()];

  it("are counted, and those suggested hold no machine twice", () => {
    expect(groupsOf(rows)).toEqual([
      { name: "edge", count: 1 },
      { name: "prod", count: 3 },
      { name: "srv", count: 2 },
      { name: "etcd", count: 1 },
    ]);
    const chosen = suggestGroups(rows);
    expect([...chosen]).toEqual(["edge", "etcd"]);
    for (const one of rows) expect(groupOf(one, chosen).several).toEqual([]);
  });

  it("that are chosen twice for one machine are for a person to decide", () => {
    expect(groupOf(row("edge", "prod"), new Set(["prod", "edge"])).several).toEqual(["edge", "prod"]);
    expect(groupOf(row("edge"), new Set(["edge"]))).toEqual({ group: "edge", several: [] });
    expect(groupOf(row(), new Set(["edge"]))).toEqual({ group: null, several: [] });
  });
});
