import "server-only";
import { type DecodedAuth, decode } from "@/lib/domain/registries/decode";
import { hidden } from "@/lib/domain/registries/mask";

export type Texts = Readonly<Record<string, string>>;

// Shorter ones are found in many a word, and hiding them would tell more than it hides.
const shortestSecret = 4;

/** How a secret may look in a message: as it is, inside a quoted text, in a URL, or with its user name for HTTP. */
const formsOf = ({ username, password, auth, identitytoken }: DecodedAuth): string[] => {
  const secrets = [password, auth, identitytoken].filter((secret) => secret.length >= shortestSecret);
  const basic = password === "" ? [] : [Buffer.from(`${username}:${password}`, "utf8").toString("base64")];
  const inText = (secret: string) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
  ];
  return [...secrets.flatMap(inText), ...basic];
};

function findForms(file: string): string[] {
  const read = decode(file);
  if (!read.ok) return [];
  const configs = Object.values(read.result.configs ?? {}).flatMap((config) => config.auth ?? []);
  const forms = [...configs, ...Object.values(read.result.auths ?? {})].flatMap(formsOf);
  // A secret that holds another one goes first, or its rest would stay.
  return [...new Set(forms)].sort((one, other) => other.length - one.length);
}

/**
 * Takes the secrets of a file out of texts that come from a node, which quotes what K3s said of the file. The shapes
 * of secrets are masked before; this knows the values.
 */
export function secretHider(file: string): (texts: Texts) => Record<string, string> {
  let forms: string[] | undefined;
  const hide = (text: string) => {
    forms ??= findForms(file);
    return forms.reduce((clean, form) => clean.replaceAll(form, hidden), text);
  };
  return (texts) => Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, hide(text)]));
}
