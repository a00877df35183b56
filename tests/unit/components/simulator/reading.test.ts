import { describe, expect, it } from "vitest";
import { entryFacts } from "@/components/simulator/entry-facts";
import { additions } from "@/components/simulator/reference-parts";
import { explain } from "@/lib/domain/registries/explain/explain";
import { readSimulatedFile } from "@/lib/domain/registries/explain/simulated-file";
import { normalizeReference } from "@/lib/domain/registries/reference";
import { toTarget } from "@/lib/domain/registries/target";

const digest = `sha256:${"0".repeat(64)}`;

describe("what is added to a name", () => {
  it.each([
    ["nginx", ["registry", "library", "tag"]],
    ["nginx:1.27", ["registry", "library"]],
    ["grafana/grafana", ["registry", "tag"]],
    ["docker.io/nginx:latest", ["library"]],
    ["docker.io/library/nginx:1", []],
    ["index.docker.io/library/nginx:1", ["hub-alias"]],
    ["library/nginx:1", ["registry"]],
    ["quay.io/a/b", ["tag"]],
    ["quay.io/a:1", []],
    ["localhost:5000/a:1", []],
    [`nginx:1.27@${digest}`, ["registry", "library", "tag-dropped"]],
    [`quay.io/a@${digest}`, []],
  ])("%s: %j", (image, expected) => {
    const reference = normalizeReference(image);
    if ("error" in reference) throw new Error(reference.error);
    expect(additions(image, reference)).toEqual(expected);
  });
});

describe("the entry that decides", () => {
  const facts = (yaml: string, image: string) => {
    const file = readSimulatedFile(yaml);
    if (!file.ok) throw new Error(file.error);
    const explanation = explain({ decoded: file.decoded, image, target: toTarget(), assume: {} });
    return entryFacts(explanation, file.view);
  };
  const both = 'mirrors: {docker.io: {endpoint: [https://a]}, "*": {endpoint: [https://b]}}';

  it.each([
    [both, "nginx", "exact", [{ code: "wildcard", key: "*" }]],
    [both, "quay.io/a/b", "wildcard", []],
    ["mirrors: {quay.io: {endpoint: [https://a]}}", "nginx", "none", []],
    ["configs: {docker.io: {tls: {insecure_skip_verify: true}}}", "nginx", "settings", []],
    [
      "mirrors: {registry-1.docker.io: {endpoint: [https://a]}}",
      "nginx",
      "none",
      [{ code: "hub-name", key: "registry-1.docker.io" }],
    ],
    [
      'mirrors: {"r.corp:5000": {endpoint: [https://a]}}',
      "r.corp/a",
      "none",
      [{ code: "port", key: "r.corp:5000" }],
    ],
  ])("of %s for %s", (yaml, image, ...[kind, unused]) => {
    expect(facts(yaml, image)).toEqual({ kind, unused });
  });

  it("is none for a name that is refused", () => expect(facts(both, "Alpine")).toBeNull());
});
