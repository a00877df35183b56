import type { LintContext, Undecodable } from "./context";
import type { Place, Rule } from "./rule";
import { sources } from "./sources";

type Kind = "daemon" | "docker" | "kubernetes" | "config" | "hosts" | "containerd";

/** Keys at the top that only files of other programs have; all of one line must be there. */
const marks: readonly (readonly [Kind, ...string[]])[] = [
  ["daemon", "registry-mirrors"],
  ["daemon", "insecure-registries"],
  ["daemon", "log-driver"],
  ["docker", "auths", "credsStore"],
  ["docker", "auths", "credHelpers"],
  ["docker", "auths", "HttpHeaders"],
  ["kubernetes", "apiVersion", "kind"],
  ["config", "embedded-registry"],
  ["config", "private-registry"],
  ["config", "system-default-registry"],
  ["config", "disable-default-registry-endpoint"],
  ["config", "write-kubeconfig-mode"],
  ["config", "tls-san"],
];

function kindOf(context: LintContext): Kind | undefined {
  const names = new Set(
    context.binding.slots.filter(({ parent }) => parent === null).map(({ name }) => name),
  );
  const found = marks.find(([, ...keys]) => keys.every((key) => names.has(key)))?.[0];
  if (found !== undefined || context.view.mirrors.length + context.view.hosts.length > 0) return found;
  const [first] = context.view.auths;
  return first !== undefined && /^https?:\/\//.test(first.name) ? "docker" : undefined;
}

/** Settings of another program are readable YAML, and K3s takes nothing from them. */
function findForeign(context: LintContext): Place[] {
  const kind = kindOf(context);
  const first = context.binding.slots.find(({ parent }) => parent === null);
  if (kind === undefined || first === undefined) return [];
  return [{ path: [], range: context.keyRange(first), params: { kind } }];
}

const toml = /^\s*(?:\[\[?["'\w]|(?:server|version|ca|capabilities)\s*=)/m;

/** TOML of containerd in place of YAML. */
export function foreignToml({ text }: Pick<Undecodable, "text">): Kind | null {
  const head = text.slice(0, 20_000);
  if (!toml.test(head) || !/^\s*[\w"'.-]+\s*=/m.test(head)) return null;
  return /^\s*\[plugins?\b/m.test(head) ? "containerd" : "hosts";
}

export const foreignRules: readonly Rule[] = [
  { code: "other-file", severity: "warning", source: sources.types, find: findForeign },
];
