import { checkAuthText } from "../checks/auth";
import type { LintContext } from "./context";
import { removeSlot, renameKey, replaceScalar } from "./edit";
import type { FieldCheck } from "./field-checks";
import { fieldRule } from "./field-rule";
import type { Fix, Place, Rule } from "./rule";
import { sources } from "./sources";
import type { AuthView, Value } from "./view";

const authsOf = ({ view }: LintContext): AuthView[] =>
  view.hosts.flatMap(({ auth }) => (auth === null ? [] : [auth]));

/** Values of auth blocks that are written out. */
const textsOf = (context: LintContext): Value[] =>
  authsOf(context).flatMap(({ values }) => Object.values(values).filter((value) => value?.secret === false));

function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** The base64 that was meant: of a login in plain text, or with the alphabet and padding Go insists on. */
function mendBase64(value: string): string | null {
  if (value.includes(":")) return toBase64(value);
  const body = value
    .replace(/[\s=]+/g, "")
    .replace(/-/g, "+")
    .replace(/_/g, "/");
  const padded = body + "=".repeat((4 - (body.length % 4)) % 4);
  return checkAuthText("auth", padded) === null ? padded : null;
}

function base64Fixes({ value, slot }: FieldCheck, context: LintContext): Fix[] {
  const mended = mendBase64(value);
  if (mended === null || mended === value) return [];
  return [{ id: "encode-auth", safe: false, apply: () => replaceScalar(context, slot.node, mended) }];
}

const dropField = ({ slot }: FieldCheck, context: LintContext): Fix[] => [
  { id: "remove-field", params: { field: slot.name }, safe: false, apply: () => removeSlot(context, slot) },
];

/** Without the user name containerd would take the identity token or `auth` of the same block. */
function hasOther({ slot }: FieldCheck): boolean {
  const block = slot.parent?.cell;
  const struct = block?.kind === "pointer" ? block.to : block;
  if (struct?.kind !== "struct") return false;
  return [struct.fields.get("auth"), struct.fields.get("identity_token")].some(
    (cell) => cell?.kind === "string" && cell.text !== "",
  );
}

function findTokens(context: LintContext): Place[] {
  return authsOf(context).flatMap(({ values, extras, path }) =>
    extras
      .filter(({ name }) => name === "token")
      .map((slot) => {
        const right = "identity_token";
        const apply = () => renameKey(context, slot, right);
        const isSet = values.identity_token !== undefined;
        return {
          path: [...path, slot.name],
          range: context.keyRange(slot),
          message: { catalogue: "findings" as const, key: "auth-token" },
          fixes: isSet ? [] : [{ id: "write", params: { right }, safe: false, apply }],
        };
      }),
  );
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The JSON key that a text with doubled escapes was made from. */
function unescapeJson(value: string): string | null {
  if (!/^\s*\{\s*\\"/.test(value)) return null;
  // Some escaped the whole text, others its quotes alone.
  const whole = readJson(`"${value.trim()}"`);
  const key =
    (typeof whole === "string" ? readJson(whole) : undefined) ?? readJson(value.replace(/\\"/g, '"'));
  return typeof key === "object" && key !== null ? JSON.stringify(key) : null;
}

function findEscapedJson(context: LintContext): Place[] {
  return textsOf(context).flatMap(({ text, slot, path }) => {
    const right = unescapeJson(text);
    if (right === null) return [];
    const apply = () => replaceScalar(context, slot.node, right);
    const range = context.range(slot.node);
    return [{ path, range, fixes: [{ id: "unescape", safe: false, apply }] }];
  });
}

/** Never the value itself: a finding is shown and logged where the file is not. */
function findPlain(context: LintContext): Place[] {
  return textsOf(context)
    .filter(({ text, slot }) => text !== "" && slot.name !== "username")
    .map(({ slot, path }) => ({ path, range: context.range(slot.node), params: { field: slot.name } }));
}

/** containerd 1.x ends the name of a table at the first bracket: it refuses its whole config.toml and does not start. */
function findIpv6Logins(context: LintContext): Place[] {
  if (context.family > "G") return [];
  return context.view.hosts.flatMap(({ host, slot, path, auth }) =>
    auth === null || !/[[\]]/.test(host) ? [] : [{ path, range: context.keyRange(slot), params: { host } }],
  );
}

/** What an auth block says. */
export const authRules: readonly Rule[] = [
  fieldRule({ code: "auth-base64", severity: "error", source: sources.auth, more: base64Fixes }),
  fieldRule({ code: "auth-ignored", severity: "warning", source: sources.auth, more: dropField }),
  fieldRule({ code: "auth-no-username", severity: "error", source: sources.auth }),
  fieldRule({
    code: "auth-no-password",
    severity: "warning",
    source: sources.auth,
    more: (check, context) => (hasOther(check) ? dropField(check, context) : []),
  }),
  { code: "auth-token", severity: "error", source: sources.types, find: findTokens },
  {
    code: "ipv6-login",
    severity: "error",
    source: "pelletier/go-toml v1.9.5 lexer.go",
    find: findIpv6Logins,
  },
  { code: "double-escaped-json", severity: "warning", source: sources.templates, find: findEscapedJson },
  { code: "plaintext-secret", severity: "warning", source: sources.docs, find: findPlain },
];
