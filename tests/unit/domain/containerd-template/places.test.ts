import { describe, expect, it } from "vitest";
import { pairTemplates, templateChanges } from "@/lib/domain/containerd-template/compare";
import { templateFolder, templateSnippets } from "@/lib/domain/containerd-template/facts";
import type { ManagedTemplate } from "@/lib/domain/containerd-template/managed";
import { countPlaces, judgeManaged, newestPlace } from "@/lib/domain/containerd-template/places";

const dataDir = "/var/lib/rancher/k3s";
const at = (version: string | null, folder: string | null = dataDir) => ({ version, dataDir: folder });
const v3 = (text: string): ManagedTemplate => ({ name: "config-v3.toml.tmpl", text });
const old = (text: string): ManagedTemplate => ({ name: "config.toml.tmpl", text });

describe("the places of templates", () => {
  it("count nodes by release and data folder, the newest release first and the unknown last", () => {
    const nodes = [
      at("v1.9.1+k3s1"),
      at(null, null),
      at("v1.34.1+k3s1"),
      at("v1.34.1+k3s1", "/data"),
      at("v1.34.1+k3s1"),
    ];
    expect(countPlaces(nodes)).toEqual([
      { ...at("v1.34.1+k3s1"), nodes: 2 },
      { ...at("v1.34.1+k3s1", "/data"), nodes: 1 },
      { ...at("v1.9.1+k3s1"), nodes: 1 },
      { ...at(null, null), nodes: 1 },
    ]);
    expect(countPlaces([])).toEqual([]);
  });

  it("tell for each what a template does there", () => {
    const own = `${templateSnippets.base}\n`;
    const path = `version = 3\n[plugins."io.containerd.cri.v1.images".registry]\n  config_path = "/data/agent/etc/containerd/certs.d"\n`;
    const verdicts = (templates: ManagedTemplate[], place: ReturnType<typeof at>) =>
      judgeManaged(templates, place).map(({ verdict, reason, line }) =>
        [verdict, reason, line].join(" ").trim(),
      );
    expect(verdicts([v3(own)], at("v1.34.1+k3s1"))).toEqual(["extends"]);
    expect(verdicts([v3(own)], at("v1.31.5+k3s1"))).toEqual(["unread older-release"]);
    expect(verdicts([v3(own), old(own)], at("v1.34.1+k3s1"))).toEqual(["extends", "unread displaced"]);
    expect(verdicts([v3(`${own}version = 3\n`)], at("v1.34.1+k3s1"))).toEqual(["stops twice 2"]);
    expect(verdicts([v3(path)], at("v1.34.1+k3s1", "/data"))).toEqual(["keeps"]);
    expect(verdicts([v3(path)], at("v1.34.1+k3s1"))).toEqual(["unknown unclear 3"]);
    expect(verdicts([v3(own)], at(null, null))).toEqual(["unknown no-release"]);
    expect(verdicts([], at("v1.34.1+k3s1"))).toEqual([]);
  });

  it("know a release where no node names one", () => {
    expect(judgeManaged([v3(`${templateSnippets.base}\n`)], newestPlace())).toMatchObject([
      { verdict: "extends" },
    ]);
    expect(templateFolder("/data/")).toBe("/data/agent/etc/containerd");
  });
});

describe("templates of two revisions", () => {
  it("are told where they came, went and changed, in one order", () => {
    expect(templateChanges(pairTemplates([old("a"), v3("b")], [v3("c")]))).toEqual([
      { subject: { kind: "template", name: "config-v3.toml.tmpl" }, code: "template-changed", params: {} },
      { subject: { kind: "template", name: "config.toml.tmpl" }, code: "template-removed", params: {} },
    ]);
    expect(templateChanges(pairTemplates([], [v3("c")]))).toMatchObject([{ code: "template-added" }]);
    expect(pairTemplates([v3("c"), old("a")], [old("a"), v3("c")])).toEqual([]);
  });
});
