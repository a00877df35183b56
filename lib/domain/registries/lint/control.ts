import type { LintContext } from "./context";
import { replaceScalar } from "./edit";
import { fieldRule } from "./field-rule";
import type { Place, Rule } from "./rule";
import { sources } from "./sources";
import type { Value } from "./view";

/** What Go's %q writes in a way TOML does not know, so that containerd does not start. */
const isFatal = (text: string) => /\p{Cc}/u.test(text.replace(/[\b\t\n\f\r\u0080-\u009f]/g, ""));

const fields = fieldRule({ code: "control-char", severity: "error", source: sources.templates });

/** A key file in JSON may be spread over lines; anything else with a line break has it by accident. */
function isHarmless({ text, secret }: Value): boolean {
  return secret || !/\p{Cc}/u.test(text) || (/^\s*\{/.test(text) && !isFatal(text));
}

function findInLogins(context: LintContext): Place[] {
  const values = context.view.hosts.flatMap(({ auth }) => Object.values(auth?.values ?? {}));
  return values
    .filter((value): value is Value => value !== undefined && !isHarmless(value))
    .map(({ text, slot, path }) => {
      const right = text.replace(/\p{Cc}/gu, "");
      const apply = () => replaceScalar(context, slot.node, right);
      return {
        path,
        range: context.range(slot.node),
        message: { catalogue: "findings", key: "control-char" },
        severity: isFatal(text) ? "error" : "warning",
        fixes: [{ id: "remove-control", safe: false, apply }],
      };
    });
}

/** Characters nobody sees, in values that end in a file of containerd's. */
export const controlRules: readonly Rule[] = [
  { ...fields, find: (context) => [...fields.find(context), ...findInLogins(context)] },
];
