import type { LintContext } from "./context";
import { fieldRule } from "./field-rule";
import type { Rule } from "./rule";
import { isMisplaced } from "./sections-in-mirrors";
import { sources } from "./sources";

/** An endpoint that is written in the same letters finds its settings. */
const isUsedAsTyped = (context: LintContext, path: readonly (string | number)[]) =>
  path[0] === "configs" && context.endpointHosts.has(String(path[1]));

const key = (code: string, severity: "error" | "warning" = "error") =>
  fieldRule({ code, severity, source: sources.hosts });

/** Names of registries and hosts, as K3s makes folders of them. */
export const keyRules: readonly Rule[] = [
  fieldRule({ code: "key-scheme", severity: "error", source: sources.hosts, safe: true }),
  key("key-path"),
  fieldRule({ code: "key-space", severity: "error", source: sources.hosts, safe: true }),
  key("key-character"),
  key("key-wildcard"),
  fieldRule({ code: "key-reserved", severity: "error", source: sources.hosts, safe: true }),
  key("key-port"),
  fieldRule({ code: "key-ipv6", severity: "error", source: sources.hosts, safe: true }),
  fieldRule({
    code: "key-upper-case",
    severity: "warning",
    source: sources.hosts,
    keep: ({ path }, context) => !isUsedAsTyped(context, path),
  }),
  fieldRule({
    code: "key-not-registry",
    severity: "warning",
    source: "distribution/reference",
    keep: ({ slot }) => !isMisplaced(slot),
  }),
  fieldRule({ code: "hub-alias-key", severity: "warning", source: sources.hosts, safe: true }),
];
