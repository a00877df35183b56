import { isLocalhost } from "../containerd/endpoint";
import type { LintContext } from "./context";
import { applyEdits } from "./edit";
import type { Place, Rule } from "./rule";
import { sources } from "./sources";

/** K3s keeps the default endpoint of a registry with settings of its own, and drops an entry without endpoints. */
function findIneffective(context: LintContext): Place[] {
  if (!context.target.disableDefaultRegistryEndpoint) return [];
  return context.view.mirrors.flatMap(({ name, slot, path, endpoints }): Place[] => {
    const isBare = endpoints.length === 0 && !context.target.embeddedRegistry;
    const hasSettings = name !== "*" && context.hosts.has(name);
    if (!isBare && !hasSettings) return [];
    const params = { mirror: name, reason: hasSettings ? "settings" : "endpoints" };
    return [{ path, range: context.keyRange(slot), params }];
  });
}

function findNothingShared(context: LintContext): Place[] {
  const { target, view, binding } = context;
  if (!target.embeddedRegistry || view.mirrors.some(({ name }) => !isLocalhost(name))) return [];
  const slot = binding.cell.places.get("mirrors");
  const range = slot === undefined ? context.start : context.keyRange(slot);
  return [
    { path: ["mirrors"], range, fixes: [{ id: "add-hub", safe: false, apply: () => addHub(context) }] },
  ];
}

/** Adds Docker Hub to the mirrors; null where they are written on one line. */
function addHub({ text, binding, source }: LintContext): string | null {
  const slot = binding.cell.places.get("mirrors");
  if (slot === undefined)
    return `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}mirrors:\n  docker.io:\n`;
  const isEmpty =
    slot.node.kind === "scalar" || (slot.node.kind === "mapping" && slot.node.children.length === 0);
  if (!isEmpty || slot.key === null) return null;
  const start = source.position(slot.key.start).offset;
  const end = source.position(
    slot.node.kind === "scalar" && slot.node.value === "" ? slot.key.end : slot.node.end,
  );
  const colon = text[end.offset] === ":" ? 1 : 0;
  return applyEdits(text, [{ start, end: end.offset + colon, text: "mirrors:\n  docker.io:" }]);
}

/** A template of one's own that is no extension of K3s's leaves the logins out. */
function findTemplate(context: LintContext): Place[] {
  const login = context.view.hosts.find(({ auth }) => auth !== null)?.auth;
  if (!context.target.userTemplate || login == null) return [];
  return [{ path: ["configs"], range: context.keyRange(login.slot) }];
}

/** What the settings of the nodes make of the file. */
export const nodeRules: readonly Rule[] = [
  { code: "nodefault-ineffective", severity: "warning", source: sources.hosts, find: findIneffective },
  {
    code: "embedded-no-mirrors",
    // RKE2 did not start at all before March 2026 (rke2#9755).
    severity: ({ family, target }) => (target.distribution === "rke2" && family < "K" ? "error" : "warning"),
    source: sources.embedded,
    find: findNothingShared,
  },
  { code: "template-no-base", severity: "warning", source: sources.templates, find: findTemplate },
];
