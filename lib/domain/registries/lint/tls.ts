import type { LintContext } from "./context";
import { removeSlot } from "./edit";
import { fieldRule } from "./field-rule";
import type { Place, Rule } from "./rule";
import { sources } from "./sources";

const findUnverified = (context: LintContext): Place[] =>
  context.view.hosts.flatMap(({ host, tls }) => {
    if (tls === null || tls.skipsVerify === null) return [];
    const { node } = tls.skipsVerify;
    return [{ path: [...tls.path, "insecure_skip_verify"], range: context.range(node), params: { host } }];
  });

/** Releases of March 2024 wrote no `[host]` line, so the settings of a registry without endpoints were lost. */
function findWithoutEndpoint(context: LintContext): Place[] {
  if (context.family !== "D") return [];
  const mirrored = new Set(
    context.view.mirrors.filter(({ endpoints }) => endpoints.length > 0).map(({ name }) => name),
  );
  return context.view.hosts
    .filter(({ host, tls }) => tls !== null && !mirrored.has(host))
    .map(({ host, slot, path }) => ({
      path: [...path, "tls"],
      range: context.keyRange(slot),
      params: { host, version: context.target.version.text },
    }));
}

/** What a tls block says. */
export const tlsRules: readonly Rule[] = [
  fieldRule({ code: "tls-pair", severity: "error", source: sources.hostsToml }),
  fieldRule({ code: "tls-relative", severity: "error", source: sources.hostsToml }),
  fieldRule({
    code: "tls-empty",
    severity: "warning",
    source: sources.templates,
    more: ({ slot }, context) => [
      {
        id: "remove-field",
        params: { field: slot.name },
        safe: true,
        apply: () => removeSlot(context, slot),
      },
    ],
  }),
  { code: "tls-insecure", severity: "warning", source: sources.docs, find: findUnverified },
  {
    code: "tls-without-endpoint",
    severity: "warning",
    source: "rancher/rke2#5658",
    find: findWithoutEndpoint,
  },
];
