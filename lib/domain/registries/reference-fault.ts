import { normalizeReference } from "./reference";

export const referenceFaultCodes = [
  "empty",
  "scheme",
  "space",
  "identifier",
  "registry",
  "port",
  "uppercase",
  "path-empty",
  "separator",
  "path-character",
  "too-long",
  "tag-empty",
  "tag-character",
  "tag-long",
  "digest-algorithm",
  "digest-character",
  "digest-length",
  "other",
] as const;
export type ReferenceFaultCode = (typeof referenceFaultCodes)[number];

/** What of an image name containerd refuses: from `start` up to `end`, in UTF-16 units; empty where something lacks. */
export type ReferenceFault = { code: ReferenceFaultCode; start: number; end: number };

type Part = { text: string; start: number };

const fault = (code: ReferenceFaultCode, start: number, length = 1): ReferenceFault => ({
  code,
  start,
  end: start + length,
});

/** The character at a place, of which some take two units. */
const atCharacter = (code: ReferenceFaultCode, { text, start }: Part, at: number): ReferenceFault => {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return fault(/\s/u.test(character) ? "space" : code, start + at, at < text.length ? character.length : 0);
};

const matched = (pattern: RegExp, text: string) => pattern.exec(text)?.[0].length ?? 0;

const label = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
const hostStart = new RegExp(`^(?:\\[[a-fA-F0-9:]+\\]|${label}(?:\\.${label})*)`);

function registryFault(part: Part): ReferenceFault | null {
  const { text } = part;
  const host = matched(hostStart, text);
  if (host === text.length) return null;
  if (host === 0 || text[host] !== ":") return atCharacter("registry", part, host);
  const port = matched(/^\d+/, text.slice(host + 1));
  return host + 1 + port === text.length && port > 0 ? null : atCharacter("port", part, host + 1 + port);
}

const separators = "._-";

function pieceFault(piece: Part): ReferenceFault | null {
  const { text, start } = piece;
  if (text === "") return fault("path-empty", start, 0);
  const good = matched(/^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*/, text);
  if (good === text.length) return null;
  const wrong = text[good] ?? "";
  if (/[A-Z]/.test(wrong)) return fault("uppercase", start + good);
  return atCharacter(separators.includes(wrong) ? "separator" : "path-character", piece, good);
}

function pathFault({ text, start }: Part): ReferenceFault | null {
  let at = start;
  for (const piece of text.split("/")) {
    const found = pieceFault({ text: piece, start: at });
    if (found) return found;
    at += piece.length + 1;
  }
  return text.length > 255 ? fault("too-long", start + 255, text.length - 255) : null;
}

function tagFault(part: Part): ReferenceFault | null {
  const { text, start } = part;
  if (text === "") return fault("tag-empty", start, 0);
  const good = matched(/^[A-Za-z0-9_][A-Za-z0-9_.-]*/, text);
  if (good < text.length) return atCharacter("tag-character", part, good);
  return good > 128 ? fault("tag-long", start + 128, good - 128) : null;
}

const digestLengths: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

function digestFault(part: Part): ReferenceFault | null {
  const { text, start } = part;
  const [algorithm = ""] = text.split(":", 1);
  const length = Object.hasOwn(digestLengths, algorithm) ? digestLengths[algorithm] : undefined;
  if (length === undefined || algorithm.length === text.length) {
    return fault("digest-algorithm", start, algorithm.length);
  }
  const hex = text.slice(algorithm.length + 1);
  const good = matched(/^[a-f0-9]*/, hex);
  const at = algorithm.length + 1;
  if (good < hex.length) return atCharacter("digest-character", part, at + good);
  return good === length ? null : fault("digest-length", start + at, hex.length);
}

/** Text before the first slash that can be no folder of Docker Hub. */
const isRegistry = (text: string) => /[.:]/.test(text) || text === "localhost" || text !== text.toLowerCase();

function partsFault(text: string): ReferenceFault | null {
  const sign = text.indexOf("@");
  const named = sign === -1 ? text : text.slice(0, sign);
  const slash = named.indexOf("/");
  const registry = slash > 0 && isRegistry(named.slice(0, slash)) ? named.slice(0, slash) : null;
  const start = registry === null ? 0 : slash + 1;
  const colon = named.indexOf(":", start);
  const end = colon === -1 ? named.length : colon;
  return (
    (registry === null ? null : registryFault({ text: registry, start: 0 })) ??
    pathFault({ text: named.slice(start, end), start }) ??
    (colon === -1 ? null : tagFault({ text: named.slice(colon + 1), start: colon + 1 })) ??
    (sign === -1 ? null : digestFault({ text: text.slice(sign + 1), start: sign + 1 }))
  );
}

/** Where an image name goes wrong; null for one that containerd takes. */
export function findReferenceFault(text: string): ReferenceFault | null {
  if (!("error" in normalizeReference(text))) return null;
  if (text === "") return fault("empty", 0, 0);
  const scheme = matched(/^[a-z][a-z0-9+.-]*:\/\//i, text);
  if (scheme > 0) return fault("scheme", 0, scheme);
  if (/^[a-f0-9]{64}$/.test(text)) return fault("identifier", 0, text.length);
  return partsFault(text) ?? fault("other", 0, text.length);
}
