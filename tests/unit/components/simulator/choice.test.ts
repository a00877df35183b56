import { describe, expect, it } from "vitest";
import { choose, effectiveTarget, withOption } from "@/components/simulator/choice";
import { readQuery } from "@/components/simulator/query";
import type { SimulatorData } from "@/lib/domain/simulator/views";

const target = {
  distribution: "k3s",
  version: "v1.30.1+k3s1",
  disableDefaultRegistryEndpoint: true,
} as const;
const data: SimulatorData = {
  configurations: [
    { id: "old", name: "old", newest: 2, archived: true },
    { id: "c1", name: "harbor-prod", newest: 8, archived: false },
    { id: "c2", name: "edge", newest: 3, archived: false },
  ],
  nodes: [
    {
      id: "n1",
      name: "edge-1",
      configurationId: "c2",
      facts: { target, foreignRuntime: false, proxy: null, seenAt: null },
    },
    { id: "n2", name: "edge-2", configurationId: null, facts: null },
  ],
  credentialNames: {},
  certificateNames: {},
  certificateSlugs: {},
};
const ask = (query: string) => readQuery(new URLSearchParams(query));
const chosen = (query: string) => {
  const { configuration, number, missing } = choose(ask(query), data);
  return [configuration?.id ?? null, number, missing];
};

describe("what is simulated", () => {
  it.each([
    ["", ["c1", 8, null]],
    ["node=n1", ["c2", 3, null]],
    ["node=n2", ["c1", 8, null]],
    ["node=n1&config=c1", ["c1", 8, null]],
    ["config=old", ["old", 2, null]],
    ["config=c1&rev=4", ["c1", 4, null]],
    ["config=gone", [null, 0, "configuration"]],
    ["node=gone", ["c1", 8, "node"]],
    ["config=gone&source=paste", [null, 0, null]],
  ])("by %j is %j", (query, expected) => expect(chosen(query)).toEqual(expected));

  it("is nothing where nothing is configured", () => {
    const none = { ...data, configurations: [] };
    expect(choose(ask(""), none)).toMatchObject({ configuration: null, number: 0, missing: null });
  });
});

describe("the options of a node", () => {
  const [node = null] = data.nodes;

  it("are what the last look told, until a person sets others", () => {
    expect(effectiveTarget(ask(""), node)).toMatchObject({
      disableDefaultRegistryEndpoint: true,
      version: { text: "v1.30.1+k3s1" },
    });
    expect(effectiveTarget(ask("nodefault=0&version=v1.33.1%2Bk3s1"), node)).toMatchObject({
      disableDefaultRegistryEndpoint: false,
      version: { text: "v1.33.1+k3s1" },
    });
  });

  it("are the newest release with its defaults where nobody looked", () => {
    expect(effectiveTarget(ask("distribution=rke2"), null)).toMatchObject({
      distribution: "rke2",
      dataDir: "/var/lib/rancher/rke2",
      disableDefaultRegistryEndpoint: false,
    });
  });

  it("stay out of the address where they say what holds anyway", () => {
    const set = withOption({}, target, ["disableDefaultRegistryEndpoint", false]);
    expect(set).toEqual({ disableDefaultRegistryEndpoint: false });
    expect(withOption(set, target, ["disableDefaultRegistryEndpoint", true])).toEqual({});
    expect(withOption({ podCredentials: true }, {}, ["podCredentials", false])).toEqual({});
    expect(withOption({ version: "v1.33.1" }, {}, ["version", undefined])).toEqual({});
  });
});
