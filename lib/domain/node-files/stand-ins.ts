import { isBlankFlowText } from "@/lib/domain/configurations/unsealed";
import { secretFields } from "@/lib/domain/registries/fields";
import type { Auth, AuthValue, Definition } from "@/lib/domain/registries/schema";

/** What a stand-in begins with. It is plain text in YAML too, as some stand where flow text is expected. */
export const standInMark = (hold: string): string => `held-${hold}-`;

type Change = (text: string) => string;

const changeValue = <Value extends AuthValue | null>(value: Value, change: Change): Value =>
  value?.kind === "text" && !isBlankFlowText(value.text) ? { ...value, text: change(value.text) } : value;

/** Only where a text is sealed when it is saved: put elsewhere, a stand-in would become a readable secret. */
const changeAuth = (auth: Auth | null, change: Change): Auth | null => {
  if (auth === null) return null;
  const changed = { ...auth };
  for (const field of secretFields) changed[field] = changeValue(auth[field], change);
  changed.extras = auth.extras.map((extra) => ({ ...extra, value: changeValue(extra.value, change) }));
  return changed;
};

const changeSecrets = (definition: Definition, change: Change): Definition => ({
  ...definition,
  registryHosts:
    definition.registryHosts?.map((entry) => ({ ...entry, auth: changeAuth(entry.auth, change) })) ?? null,
  auths: definition.auths?.map((entry) => ({ ...entry, auth: changeAuth(entry.auth, change) })) ?? null,
});

/** The definition with a stand-in for each secret text, and what the stand-ins stand for. Equal texts share one. */
export function takeSecretsOut(
  definition: Definition,
  hold: string,
): { definition: Definition; secrets: Map<string, string> } {
  const standIns = new Map<string, string>();
  const hidden = changeSecrets(definition, (text) => {
    const standIn = standIns.get(text) ?? `${standInMark(hold)}${standIns.size + 1}`;
    standIns.set(text, standIn);
    return standIn;
  });
  return { definition: hidden, secrets: new Map([...standIns].map(([text, standIn]) => [standIn, text])) };
}

/** The definition with the secrets in their places again, or null when a stand-in is left where no secret may be. */
export function putSecretsBack(
  definition: Definition,
  hold: string,
  secrets: ReadonlyMap<string, string>,
): Definition | null {
  const mark = standInMark(hold);
  const emptied = changeSecrets(definition, (text) => (secrets.has(text) ? "" : text));
  if (JSON.stringify(emptied).includes(mark)) return null;
  return changeSecrets(definition, (text) => secrets.get(text) ?? text);
}
