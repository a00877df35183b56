import { describe, expect, it } from "vitest";
import { templateReasons, templateVerdicts } from "@/lib/domain/containerd-template/facts";
import {
  isTemplatePath,
  judgeFiles,
  type TemplateFile,
  templateLimit,
} from "@/lib/domain/containerd-template/on-node";
import english from "@/lib/i18n/en/nodetemplates.json";
import chinese from "@/lib/i18n/zh-CN/nodetemplates.json";

const etc = "/var/lib/rancher/k3s/agent/etc/containerd";
const base = '{{ template "base" . }}\n';
const file = (name: TemplateFile["name"], text: string | null = base): TemplateFile => ({
  path: `${etc}/${name}`,
  name,
  size: text?.length ?? 0,
  text,
});
const told = (files: TemplateFile[], version: string | null) =>
  judgeFiles(files, { version, dataDir: "/var/lib/rancher/k3s" }).map(({ verdict, reason }) =>
    [verdict, reason].join(" ").trim(),
  );

describe("which template a release reads", () => {
  const both = [file("config-v3.toml.tmpl"), file("config.toml.tmpl")];
  it.each<[string, string | null, TemplateFile[], string[]]>([
    ["v3 with containerd 2", "v1.33.5+k3s1", [file("config-v3.toml.tmpl")], ["extends"]],
    ["the older name with containerd 2", "v1.33.5+k3s1", [file("config.toml.tmpl")], ["extends"]],
    ["v3 before the older name", "v1.32.2+rke2r1", both, ["extends", "unread displaced"]],
    ["only the older name with containerd 1.7", "v1.31.5+k3s1", both, ["unread older-release", "extends"]],
    ["nothing sure without a release", null, both, ["unknown no-release", "unknown no-release"]],
    ["nothing sure of a version that is none", "dev", [file("config.toml.tmpl")], ["unknown no-release"]],
  ])("%s", (...[, version, files, verdicts]) => {
    expect(told(files, version)).toEqual(verdicts);
  });

  it("says nothing of a text that is none or too large", () => {
    expect(told([file("config.toml.tmpl", null)], "v1.33.5+k3s1")).toEqual(["unknown not-text"]);
    const large = { ...file("config.toml.tmpl", null), size: templateLimit + 1 };
    expect(told([large], "v1.33.5+k3s1")).toEqual(["unknown too-large"]);
  });
});

it("knows templates among what an administrator may have put there", () => {
  expect([`${etc}/config.toml.tmpl`, `${etc}/config-v3.toml.d/a.toml`].map(isTemplatePath)).toEqual([
    true,
    false,
  ]);
});

it("has words for every verdict and every reason", () => {
  for (const catalogue of [english, chinese]) {
    expect(Object.keys(catalogue.verdicts).sort()).toEqual([...templateVerdicts].sort());
    expect(Object.keys(catalogue.reasons).sort()).toEqual([...templateReasons].sort());
  }
});
