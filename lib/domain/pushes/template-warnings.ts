import type { TemplateFact, TemplateName } from "@/lib/domain/containerd-template/facts";
import type { NodeFacts } from "@/lib/domain/nodes/facts";

type TemplateWarning = {
  code: "template-hides" | "template-stops" | "template-logins" | "user-template";
  params: { paths: string };
};

/** What a template means for a push. Null where there is nothing to know: it is not read, or does no harm. */
function codeOf({ verdict, logins }: TemplateFact): TemplateWarning["code"] | null {
  switch (verdict) {
    case "hides":
      return "template-hides";
    case "stops":
    case "unreadable":
      return "template-stops";
    case "keeps":
      return logins === false ? "template-logins" : null;
    case "unknown":
      return "user-template";
    case "extends":
    case "unread":
      return null;
  }
}

/** Templates of a revision of which a node reads none: what was meant with them does not happen there. */
export function unreadTemplates(
  { templates = [] }: Pick<NodeFacts, "templates">,
  pushed: readonly { name: TemplateName }[],
): TemplateName[] {
  const isRead = (wanted: TemplateName) =>
    templates.some(({ name, verdict }) => name === wanted && verdict !== "unread");
  return pushed.some(({ name }) => isRead(name)) ? [] : pushed.map(({ name }) => name);
}

/** One warning of each kind. What nobody has judged, such as drop-ins, may do anything. */
export function templateWarnings({
  userTemplates,
  templates = [],
}: Pick<NodeFacts, "userTemplates" | "templates">): TemplateWarning[] {
  const judged = new Map(templates.map((fact) => [fact.path, codeOf(fact)]));
  const found = new Map<TemplateWarning["code"], string[]>();
  for (const path of userTemplates) {
    const code = judged.has(path) ? judged.get(path) : "user-template";
    if (code) found.set(code, [...(found.get(code) ?? []), path]);
  }
  return [...found].map(([code, paths]) => ({ code, params: { paths: paths.join(", ") } }));
}
