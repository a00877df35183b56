import { describe, expect, it } from "vitest";
import { type NoteCode, noteCodesOf } from "@/components/simulator/notes";
import { simulate } from "@/components/simulator/simulate";
import type { Assume } from "@/lib/domain/registries/explain/explanation";
import { readSimulatedFile } from "@/lib/domain/registries/explain/simulated-file";
import { type TargetInput, toTarget } from "@/lib/domain/registries/target";

function read(yaml: string) {
  const file = readSimulatedFile(yaml);
  if (!file.ok) throw new Error(file.error);
  return file;
}

const yaml = `mirrors:
  docker.io:
    endpoint:
      - https://one.corp
      - http://two.corp:5000
configs:
  one.corp:
    auth:
      auth: "{{secret:harbor-robot.auth}}"
  two.corp:5000:
    tls:
      insecure_skip_verify: true
`;

const ask = (assume: Assume = {}, target: TargetInput = {}) =>
  simulate({ file: read(yaml), image: "alpine", target: toTarget(target), assume });
const states = (assume?: Assume) => ask(assume).attempts.map(({ state }) => state);

describe("how attempts go", () => {
  it.each<[Assume, string[]]>([
    [{}, ["pulled", "notAsked", "notAsked", "notAsked"]],
    [{ "1": "404" }, ["failed", "pulled", "notAsked", "notAsked"]],
    [{ "1": "404", "2": "tls" }, ["failed", "failed", "pulled", "notAsked"]],
    // Another answer over https ends the host: plain http is not asked.
    [{ "1": "404", "2": "404" }, ["failed", "failed", "notAsked", "pulled"]],
    [{ "1": "404", "2": "404", "4": "timeout" }, ["failed", "failed", "notAsked", "failed"]],
  ])("with %j: %j", (assume, expected) => expect(states(assume)).toEqual(expected));

  it("says where no request can be made", () => {
    const file = read("mirrors: {docker.io: {endpoint: ['httpx://a']}}");
    const { attempts } = simulate({ file, image: "alpine", target: toTarget(), assume: {} });
    expect(attempts.map(({ state }) => state)).toEqual(["unusable", "pulled"]);
  });

  it("marks the lines that decide, and takes a stored login for a good one", () => {
    const { lines, attempts } = ask();
    expect([...lines].toSorted((one, other) => one - other)).toEqual([2, 4, 5, 8, 9, 11, 12]);
    expect(attempts[0]?.attempt.credential).toEqual({ source: "file", key: "one.corp", kind: "auth" });
    expect(attempts[0]?.places.credential?.slugs).toEqual(["harbor-robot"]);
  });
});

describe("what to know besides", () => {
  const notes = (target: TargetInput, image = "alpine"): NoteCode[] => {
    const file = read(yaml);
    const { explanation } = simulate({ file, image, target: toTarget(target), assume: {} });
    return noteCodesOf({ target: toTarget(target), explanation, node: null });
  };

  it.each<[TargetInput, NoteCode[]]>([
    [{}, []],
    [{ version: "v1.30.12+k3s1" }, ["unproven"]],
    [{ version: "v1.26.0+k3s1", embeddedRegistry: true }, ["embeddedUseless"]],
    [{ distribution: "rke2", puller: "rke2-runtime" }, ["runtime"]],
    [{ userTemplate: true }, []],
    [{ disableDefaultRegistryEndpoint: true }, []],
  ])("for %j: %j", (target, expected) => expect(notes(target)).toEqual(expected));

  it("tells of the proxy of a node", () => {
    const file = read(yaml);
    const { explanation } = simulate({ file, image: "alpine", target: toTarget({}), assume: {} });
    const facts = { target: {}, foreignRuntime: false, proxy: "http://proxy.corp:3128", seenAt: null };
    const node = { id: "n", name: "edge-1", configurationId: null, facts };
    expect(noteCodesOf({ target: toTarget({}), explanation, node })).toEqual(["proxy"]);
  });

  it("tells that the flag needs an entry", () => {
    expect(notes({ disableDefaultRegistryEndpoint: true }, "quay.io/a/b")).toEqual(["noDefaultUseless"]);
  });
});
