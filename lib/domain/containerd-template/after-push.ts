import type { NodeFacts } from "@/lib/domain/nodes/facts";
import type { TemplateStep } from "@/lib/domain/pushes/template-plan";
import { templateNames } from "@/lib/domain/registries/target";
import { type TemplateFact, type TemplateName, templateFolder } from "./facts";
import type { ManagedTemplate } from "./managed";
import { fileIn, judgeFiles, type TemplateFile } from "./on-node";

export const templatePath = ({ dataDir }: Pick<NodeFacts, "dataDir">, name: TemplateName): string =>
  `${templateFolder(dataDir ?? "")}/${name}`;

type Change = { steps: readonly TemplateStep[]; wanted: readonly ManagedTemplate[] };

/** The files there will be; one whose text is not at hand is there without it. */
function filesAfter(
  facts: NodeFacts,
  { steps, wanted }: Change,
  present: readonly TemplateFile[],
): TemplateFile[] {
  return templateNames.flatMap((name) => {
    const goal = wanted.find((template) => template.name === name);
    const path = templatePath(facts, name);
    if (goal) return [fileIn(templateFolder(facts.dataDir ?? ""), goal)];
    if (steps.some((step) => step.name === name && step.action === "remove")) return [];
    const file = present.find((each) => each.name === name);
    if (file) return [file];
    return facts.userTemplates.includes(path) ? [{ path, name, size: 0, text: null }] : [];
  });
}

/**
 * The facts of a node as they will be once a push has done its steps there. `present` are the templates of a look that
 * kept their texts; without them, what is left of others keeps the verdict of that look as long as it is read or not as then.
 */
export function factsAfter(
  facts: NodeFacts,
  change: Change,
  present: readonly TemplateFile[] = [],
): NodeFacts {
  if (change.steps.length === 0) return facts;
  const files = filesAfter(facts, change, present);
  const version = facts.installedVersion ?? facts.runningVersion;
  const known = new Map((facts.templates ?? []).map((fact) => [fact.path, fact]));
  const isOwn = ({ name }: TemplateFact) => change.wanted.some((template) => template.name === name);
  const isRead = ({ verdict }: TemplateFact) => verdict !== "unread";
  const templates = judgeFiles(files, { version, dataDir: facts.dataDir }).map((fact): TemplateFact => {
    const before = known.get(fact.path);
    const hasText = isOwn(fact) || present.some(({ path }) => path === fact.path);
    return before && !hasText && isRead(fact) && isRead(before) ? before : fact;
  });
  const paths = templateNames.map((name) => templatePath(facts, name));
  return {
    ...facts,
    userTemplates: [
      ...files.map(({ path }) => path),
      ...facts.userTemplates.filter((path) => !paths.includes(path)),
    ],
    templates,
  };
}
