import { describe, expect, it } from "vitest";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { renewalDays } from "@/lib/domain/nodes/renewal";
import {
  isGrave,
  restartEffectCodes,
  restartEffects,
  shareEffects,
} from "@/lib/domain/nodes/restart-effects";
import english from "@/lib/i18n/en/pushes.json";

const day = 24 * 60 * 60 * 1000;
const now = Date.parse("2026-11-29T10:00:00Z");
const calm = { rebootRequired: false, kured: false, rebooting: false, cordoned: false, upgrades: [] };

const node = (changes: Partial<NodeFacts>) =>
  ({
    clock: now,
    runningVersion: "v1.33.5+k3s1",
    installedVersion: null,
    nodeName: "n1",
    ...changes,
  }) as NodeFacts;

const codesOf = (changes: Partial<NodeFacts>) => restartEffects(node(changes)).map(({ code }) => code);

const ends = (leaf: number | null, authority: number | null = 3650, own = true) => ({
  certificates: {
    leaf: leaf === null ? null : { path: "/t/leaf.crt", at: now + leaf * day },
    authority: authority === null ? null : { path: "/t/ca.crt", at: now + authority * day },
    own,
  },
});

describe("what else a restart does", () => {
  it("is nothing on a node that is well, and where nothing is known", () => {
    expect(codesOf({ ...ends(300), maintenance: calm, newerFiles: [], unitUnread: false })).toEqual([]);
    expect(codesOf({})).toEqual([]);
    expect(codesOf({ ...ends(-1, -1), clock: 0 })).toEqual([]);
  });

  it.each<[string, Partial<NodeFacts>, string[]]>([
    ["a leaf in the window", ends(119), ["certificates-renewed"]],
    ["a leaf before the window", ends(121), []],
    ["the window of an older release", { ...ends(119), runningVersion: "v1.33.0+k3s1" }, []],
    [
      "the window of the release that starts next",
      { ...ends(119), runningVersion: "v1.33.0+k3s1", installedVersion: "v1.34.1+k3s1" },
      ["certificates-renewed"],
    ],
    ["a leaf that ended", ends(-1), ["certificates-expired"]],
    ["what an agent gets anew at each start", ends(10, 3650, false), []],
    ["an agent's that ended", ends(-1, 3650, false), ["certificates-expired"]],
    ["an authority in its last year", ends(300, 364), ["authority-ends"]],
    ["an authority that ended", ends(300, -1), ["authority-expired"]],
    [
      "an upgrade here",
      { maintenance: { ...calm, upgrades: [{ node: "n1", plan: "p" }] } },
      ["upgrade-running"],
    ],
    ["an upgrade elsewhere", { maintenance: { ...calm, upgrades: [{ node: "n2", plan: "p" }] } }, []],
    ["kured alone", { maintenance: { ...calm, kured: true } }, []],
    ["a reboot that is asked for", { maintenance: { ...calm, rebootRequired: true } }, ["reboot-required"]],
    [
      "one that kured makes",
      { maintenance: { ...calm, rebootRequired: true, kured: true } },
      ["reboot-coming"],
    ],
    [
      "one that is under way",
      { maintenance: { ...calm, rebootRequired: true, kured: true, rebooting: true, cordoned: true } },
      ["rebooting"],
    ],
    ["a cordon", { maintenance: { ...calm, cordoned: true } }, ["cordoned"]],
    ["a unit that systemd has not read", { unitUnread: true, newerFiles: [] }, ["unit-unread"]],
  ])("of %s", (_name, changes, codes) => {
    expect(codesOf(changes)).toEqual(codes);
  });

  it("leaves out the files of a unit that systemd has not read", () => {
    const newerFiles = [
      { path: "/etc/rancher/k3s/config.yaml", at: now, kind: "config" as const },
      { path: "/etc/systemd/system/k3s.service", at: now, kind: "unit" as const },
    ];
    expect(codesOf({ newerFiles })).toEqual(["file-newer", "file-newer"]);
    expect(codesOf({ newerFiles, unitUnread: true })).toEqual(["unit-unread", "file-newer"]);
  });

  it("is told by servers for their agents", () => {
    expect(restartEffects(node({}), [{ node: "n1", plan: "k3s-agent" }])).toEqual([
      { code: "upgrade-running", params: { plan: "k3s-agent" }, at: null },
    ]);
  });

  it("is told once for all nodes that have it, the grave first, with the times it spans", () => {
    const file = (at: string) => ({ code: "file-newer" as const, params: { path: "/c" }, at });
    const shared = shareEffects([
      { name: "a", effects: [file("2026-11-02T00:00:00.000Z")] },
      { name: "b", effects: [file("2026-11-01T00:00:00.000Z"), { code: "rebooting", params: {}, at: null }] },
      { name: "c", effects: [] },
    ]);
    expect(shared).toEqual([
      { code: "rebooting", params: {}, at: null, until: null, nodes: ["b"] },
      {
        ...file("2026-11-01T00:00:00.000Z"),
        until: "2026-11-02T00:00:00.000Z",
        nodes: ["a", "b"],
      },
    ]);
    expect(shared.map(isGrave)).toEqual([true, false]);
  });

  it("has a sentence for each", () => {
    expect(Object.keys(english.restart.effects).sort()).toEqual([...restartEffectCodes].sort());
  });
});

it.each([
  ["v1.29.15+k3s1", 90],
  ["v1.30.12+k3s1", 90],
  ["v1.30.13+k3s1", 120],
  ["v1.31.8+rke2r1", 90],
  ["v1.31.9+rke2r1", 120],
  ["v1.32.5+k3s1", 120],
  ["v1.33.0+k3s1", 90],
  ["v1.33.1+k3s1", 120],
  ["v1.40.0+k3s1", 120],
  ["garbage", 120],
  [null, 120],
])("a start of %s renews %i days ahead", (version, days) => {
  expect(renewalDays(version)).toBe(days);
});
