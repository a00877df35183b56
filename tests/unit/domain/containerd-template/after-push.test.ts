import { expect, it } from "vitest";
import { factsAfter } from "@/lib/domain/containerd-template/after-push";
import type { TemplateFact, TemplateName, TemplateVerdict } from "@/lib/domain/containerd-template/facts";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import type { TemplateStep } from "@/lib/domain/pushes/template-plan";

const folder = "/var/lib/rancher/k3s/agent/etc/containerd";
const [v2, v3] = ["config.toml.tmpl", "config-v3.toml.tmpl"] as const;
const base = '{{ template "base" . }}\n';
const fact = (name: TemplateName, verdict: TemplateVerdict): TemplateFact => ({
  path: `${folder}/${name}`,
  name,
  verdict,
  reason: null,
  logins: null,
  line: null,
});
const facts = (templates: TemplateFact[], change: Partial<NodeFacts> = {}) =>
  ({
    dataDir: "/var/lib/rancher/k3s",
    installedVersion: "v1.33.5+k3s1",
    runningVersion: "v1.33.5+k3s1",
    userTemplates: templates.map(({ path }) => path),
    templates,
    ...change,
  }) as NodeFacts;
const step = (name: TemplateName, action: TemplateStep["action"]): TemplateStep => ({
  name,
  action,
  foreign: false,
});
const verdicts = ({ templates = [] }: NodeFacts) =>
  templates.map(({ name, verdict }) => `${name} ${verdict}`);
const file = (name: TemplateName, text: string) => ({
  path: `${folder}/${name}`,
  name,
  size: text.length,
  text,
});

it("says nothing new where the push does nothing", () => {
  const before = facts([fact(v3, "hides")]);
  expect(factsAfter(before, { steps: [], wanted: [] })).toBe(before);
});

it("judges what is written for the release that will read it", () => {
  const change = { steps: [step(v3, "write")], wanted: [{ name: v3, text: base }] };
  const after = factsAfter(facts([fact(v3, "hides")]), change);
  expect(verdicts(after)).toEqual([`${v3} extends`]);
  expect(after.userTemplates).toEqual([`${folder}/${v3}`]);
  const old = factsAfter(facts([], { installedVersion: "v1.31.5+k3s1" }), change);
  expect(verdicts(old)).toEqual([`${v3} unread`]);
});

it("forgets what is taken away, and judges what is read instead by its text", () => {
  const before = facts([fact(v2, "unread"), fact(v3, "extends")]);
  const change = { steps: [step(v3, "remove")], wanted: [] };
  expect(verdicts(factsAfter(before, change, [file(v2, "version = 3\n"), file(v3, base)]))).toEqual([
    `${v2} hides`,
  ]);
  // Without the text nobody knows what it will do.
  expect(verdicts(factsAfter(before, change))).toEqual([`${v2} unknown`]);
});

it("keeps the verdict on what stays and is still read, and knows what is displaced", () => {
  const before = facts([fact(v2, "keeps"), fact(v3, "unread")], { installedVersion: "v1.31.5+k3s1" });
  const change = { steps: [step(v3, "keep")], wanted: [{ name: v3, text: base }] };
  expect(verdicts(factsAfter(before, change))).toEqual([`${v2} keeps`, `${v3} unread`]);
  const displaced = factsAfter(facts([fact(v2, "keeps")]), {
    steps: [step(v3, "write")],
    wanted: [{ name: v3, text: base }],
  });
  expect(verdicts(displaced)).toEqual([`${v2} unread`, `${v3} extends`]);
});

it("keeps drop-ins, which nobody judges", () => {
  const dropIn = `${folder}/config-v3.toml.d/a.toml`;
  const before = facts([fact(v3, "extends")], { userTemplates: [`${folder}/${v3}`, dropIn] });
  const after = factsAfter(before, { steps: [step(v3, "remove")], wanted: [] });
  expect(after.userTemplates).toEqual([dropIn]);
});
