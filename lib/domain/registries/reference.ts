/** An image name the way containerd reads it; `object` is the tag or the digest that is asked for. */
export type ImageReference = {
  normalized: string;
  registryHost: string;
  repository: string;
  object: string;
};

// The grammar of distribution/reference v0.6.0 (regexp.go), which containerd vendors.
const component = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
const host = `(?:${component}(?:\\.${component})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const pathPart = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
const name = `(?:${host}/)?${pathPart}(?:/${pathPart})*`;
const digestName = "[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}";
const wholeReference = new RegExp(
  `^(${name})(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(${digestName}))?$`,
);
const hostAndSlash = new RegExp(`^${host}/`);
const identifier = /^[a-f0-9]{64}$/;
const invalid = "invalid reference format";
const maxRepository = 255;

/** Text before the first slash is a registry only when no repository of Docker Hub could be called so. */
const isRegistry = (text: string) => /[.:]/.test(text) || text === "localhost" || text !== text.toLowerCase();

function splitRegistry(text: string): { registry: string; remainder: string } {
  const slash = text.indexOf("/");
  const first = text.slice(0, Math.max(slash, 0));
  const own = slash !== -1 && isRegistry(first);
  const registry = own && first !== "index.docker.io" ? first : "docker.io";
  const rest = own ? text.slice(slash + 1) : text;
  return { registry, remainder: registry === "docker.io" && !rest.includes("/") ? `library/${rest}` : rest };
}

const digestLengths: Record<string, number> = { sha256: 64, sha384: 96, sha512: 128 };

/** opencontainers/go-digest v1.0.0, Digest.Validate. */
function digestFault(digest: string): string | null {
  const [algorithm = "", encoded = ""] = digest.split(":");
  const length = Object.hasOwn(digestLengths, algorithm) ? digestLengths[algorithm] : undefined;
  if (length === undefined) {
    return /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*$/.test(algorithm)
      ? "unsupported digest algorithm"
      : "invalid checksum digest format";
  }
  if (encoded.length !== length) return "invalid checksum digest length";
  return /^[a-f0-9]+$/.test(encoded) ? null : "invalid checksum digest format";
}

/** Go lowers each character to one other; of all that lower to ASCII only this one differs in JavaScript. */
const toLower = (text: string) => text.replaceAll("\u0130", "i").toLowerCase();

function formatFault(text: string): string {
  const lower = toLower(text);
  return lower !== text && wholeReference.test(lower) ? "repository name must be lowercase" : invalid;
}

function nameFault(text: string, remainder: string): string | null {
  if (identifier.test(text)) {
    return `invalid repository name (${text}), cannot specify 64-byte hexadecimal strings`;
  }
  const remote = remainder.split(":", 1)[0] ?? "";
  return remote === remote.toLowerCase() ? null : `${invalid}: repository name (${remote}) must be lowercase`;
}

/**
 * Reads an image name as the kubelet hands it to containerd: distribution/reference v0.6.0 (ParseDockerRef), with its
 * own words for what it refuses. A digest makes the tag vanish; neither means `latest`.
 */
export function normalizeReference(text: string): ImageReference | { error: string } {
  const { registry, remainder } = splitRegistry(text);
  const refused = nameFault(text, remainder);
  if (refused !== null) return { error: refused };
  const full = `${registry}/${remainder}`;
  const [, named = "", tag, digest] = wholeReference.exec(full) ?? [];
  if (named === "") return { error: formatFault(full) };
  if (named.replace(hostAndSlash, "").length > maxRepository) {
    return { error: `repository name must not be more than ${maxRepository} characters` };
  }
  const fault = digest === undefined ? null : digestFault(digest);
  if (fault !== null) return { error: fault };
  // The host is cut off again at the first slash (containerd pkg/reference, Spec.Hostname): `a_b.c/d` is no valid
  // domain, and is asked at `a_b.c` all the same.
  const slash = named.indexOf("/");
  const object = digest ?? tag ?? "latest";
  return {
    normalized: `${named}${digest === undefined ? ":" : "@"}${object}`,
    registryHost: named.slice(0, slash),
    repository: named.slice(slash + 1),
    object,
  };
}
