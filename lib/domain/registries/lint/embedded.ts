import { isLocalhost } from "../containerd/endpoint";
import type { LintContext } from "./context";
import { applyEdits, removeSlot } from "./edit";
import { membersOf } from "./endpoint-set";
import type { Fix, Place, Rule } from "./rule";
import { sources } from "./sources";
import type { MirrorView } from "./view";

/** Releases before January 2024 have no such flag. */
const isDefaultOff = ({ target, family }: LintContext) =>
  target.disableDefaultRegistryEndpoint && family !== "A";

/** Registries that stand nowhere are asked themselves, whatever the flag says. */
function findUnlisted(context: LintContext): Place[] {
  const mirrors = context.binding.cell.places.get("mirrors");
  if (!isDefaultOff(context) || context.mirrors.has("*")) return [];
  return [{ path: ["mirrors"], range: mirrors === undefined ? context.start : context.keyRange(mirrors) }];
}

/** K3s keeps the default endpoint of a registry with settings of its own, and drops an entry without endpoints. */
function findIneffective(context: LintContext): Place[] {
  if (!isDefaultOff(context)) return [];
  const usable = new Set(membersOf(context).map(({ mirror }) => mirror.name));
  const own = new Set(
    membersOf(context).flatMap(({ mirror, isDefault }) => (isDefault ? [mirror.name] : [])),
  );
  return context.view.mirrors.flatMap(({ name, slot, path }): Place[] => {
    const isBare = !usable.has(name) && !context.target.embeddedRegistry;
    const hasSettings = name !== "*" && context.hosts.has(name);
    // Who lists the registry itself as an endpoint wants it asked.
    if (own.has(name) || (!isBare && !hasSettings)) return [];
    const params = { mirror: name, reason: hasSettings ? "settings" : "endpoints" };
    const fixes = hasSettings ? settingsFixes(context, name) : [];
    return [{ path, range: context.keyRange(slot), params, fixes }];
  });
}

/** Takes away the entry that keeps the default endpoint alive. */
function settingsFixes(context: LintContext, name: string): Fix[] {
  const host = context.hosts.get(name);
  if (host === undefined) return [];
  const apply = () => removeSlot(context, host.slot);
  return [{ id: "remove-settings", params: { host: name }, safe: false, apply }];
}

/** RKE2 did not start at all before March 2026 (rke2#9755). */
const isFatal = ({ family, target }: LintContext) => target.distribution === "rke2" && family < "K";

function findNothingShared(context: LintContext): Place[] {
  const { target, view, binding } = context;
  // The wildcard was left out in January and February 2024.
  const isShared = ({ name }: MirrorView) =>
    !isLocalhost(name) && (name !== "*" || !/[BC]/.test(context.family));
  if (!target.embeddedRegistry || view.mirrors.some(isShared)) return [];
  const slot = binding.cell.places.get("mirrors");
  const range = slot === undefined ? context.start : context.keyRange(slot);
  const params = { fatal: isFatal(context) ? "yes" : "no", version: target.version.text };
  const fixes = [{ id: "add-hub", safe: false, apply: () => addHub(context) }];
  return [{ path: ["mirrors"], range, params, fixes }];
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
  { code: "nodefault-unlisted", severity: "info", source: sources.hosts, find: findUnlisted },
  {
    code: "embedded-no-mirrors",
    severity: (context) => (isFatal(context) ? "error" : "warning"),
    source: sources.embedded,
    find: findNothingShared,
  },
  { code: "template-no-base", severity: "warning", source: sources.templates, find: findTemplate },
];
