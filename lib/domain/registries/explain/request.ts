import { fromByteText, joinPath, toByteText } from "../containerd/go-text";
import { parseUrl, printUrl } from "../containerd/go-url";
import type { Base } from "./base";

/** The registry an image belongs to is told to every other host; Docker Hub's two names count as one. */
export const namespaceFor = (host: string, registryHost: string): string | null =>
  host === registryHost || (registryHost === "docker.io" && host === "registry-1.docker.io")
    ? null
    : registryHost;

const queryText = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

type Request = { base: Base; repository: string; object: string; namespace: string | null };

/** Cleaned of doubled slashes and dots, and escaped as Go escapes it (containerd resolver.go, request, addNamespace). */
export function manifestUrl({ base, repository, object, namespace }: Request): {
  url: string;
  readable: boolean;
} {
  const path = joinPath("/", base.path, repository, "manifests", object);
  // A question mark of a rewrite begins the query, which the namespace then replaces.
  const sent = namespace === null ? path : `${path.split("?", 1)[0]}?ns=${queryText(namespace)}`;
  const text = `${base.scheme}://${base.host}${sent}`;
  const parsed = parseUrl(toByteText(text));
  if (parsed === null) return { url: text, readable: false };
  return { url: fromByteText(printUrl({ ...parsed, fragment: "" })), readable: true };
}
