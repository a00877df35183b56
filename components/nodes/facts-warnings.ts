import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { upgradeOf } from "@/lib/domain/nodes/upgrade";
import { templateWarnings } from "@/lib/domain/pushes/template-warnings";

export type FactsWarning = { code: string; params: Record<string, string | number> };

const little = 100 * 1024 * 1024;

type Rule = (facts: NodeFacts) => Record<string, string | number> | false;

const when = (holds: boolean) => (holds ? {} : false);
const listed = (values: string[]) => (values.length > 0 ? { paths: values.join(", ") } : false);

const ofTemplates = (facts: NodeFacts, code: ReturnType<typeof templateWarnings>[number]["code"]) =>
  templateWarnings(facts).find((warning) => warning.code === code)?.params ?? false;

/** What of the facts someone should know before the next push; `code` is a key under `nodes.warnings`. */
const rules: Record<string, Rule> = {
  rootless: ({ notCovered }) => when(notCovered === "rootless"),
  noService: ({ serviceFault, notCovered }) =>
    when(serviceFault === "service-not-found" && notCovered !== "rootless"),
  severalServices: ({ serviceFault, units }) =>
    serviceFault === "service-ambiguous" && { units: units.map(({ name }) => name).join(", ") },
  notActive: ({ unit, activeState }) =>
    unit !== null && activeState !== null && activeState !== "active" && { unit, state: activeState },
  notReady: ({ ready }) => when(ready === false),
  containerdSilent: ({ containerd }) => when(containerd === false),
  versionDiffers: (facts) => upgradeOf(facts) ?? false,
  pendingRestart: ({ pendingRestart }) => when(pendingRestart === true),
  foreignRuntime: ({ flags }) => when(flags.foreignRuntime),
  rancherManaged: ({ rancherManaged }) => when(rancherManaged),
  templateHides: (facts) => ofTemplates(facts, "template-hides"),
  templateStops: (facts) => ofTemplates(facts, "template-stops"),
  templateLogins: (facts) => ofTemplates(facts, "template-logins"),
  userTemplates: (facts) => ofTemplates(facts, "user-template"),
  lookAlikes: ({ lookAlikes }) => listed(lookAlikes),
  unreadableConfig: ({ unreadableConfig }) => listed(unreadableConfig),
  mountedFile: ({ mountedFile, registriesPath }) => mountedFile === true && { path: registriesPath ?? "" },
  volatile: ({ volatile }) => when(volatile === true),
  nextSnapshot: ({ nextSnapshot }) => nextSnapshot ?? false,
  readOnly: ({ readOnly }) => when(readOnly),
  littleSpace: ({ freeBytes }) => when(freeBytes !== null && freeBytes < little),
};

export const factsWarnings = (facts: NodeFacts): FactsWarning[] =>
  Object.entries(rules).flatMap(([code, rule]) => {
    const params = rule(facts);
    return params ? [{ code, params }] : [];
  });
