/** The names a certificate stands for, as a client compares them. The common name is not among them: Go ignores it. */
export type HostNames = { dns: string[]; ips: string[] };

const lower = (name: string) => name.toLowerCase().replace(/\.$/, "");

/** One spelling for all spellings of an address, or undefined for what is none. */
function canonicalIp(text: string): string | undefined {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return text.split(".").map(Number).join(".");
  if (!text.includes(":") || !/^[0-9a-f:.]+$/i.test(text)) return undefined;
  const [head = "", tail] = text.toLowerCase().split("::");
  const groups = (part: string) => (part === "" ? [] : part.split(":"));
  const after = groups(tail ?? "");
  const before = groups(head);
  const gap =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  return [...before, ...gap, ...after].map((group) => group.replace(/^0+(?=.)/, "")).join(":");
}

/** A wildcard stands for the whole first label and nothing more. */
function matches(pattern: string, host: string): boolean {
  const wanted = lower(pattern).split(".");
  const given = lower(host).split(".");
  if (wanted.length !== given.length) return false;
  return wanted.every((label, index) => (index === 0 && label === "*") || label === given[index]);
}

/** Whether a certificate is good for a host, by the rules of Go (crypto/x509 Certificate.VerifyHostname, go1.24). */
export function coversHost({ dns, ips }: HostNames, host: string): boolean {
  const ip = canonicalIp(host);
  if (ip !== undefined) return ips.some((each) => canonicalIp(each) === ip);
  return dns.some((pattern) => matches(pattern, host));
}

/**
 * The host whose certificate a key of `configs` is about, without its port; null for one that names no single host.
 * Docker Hub is reached under another name (containerd core/remotes/docker/registry.go, v2.1).
 */
export function hostOfKey(key: string): string | null {
  const host = /^\[([^\]]*)\](?::\d*)?$/.exec(key)?.[1] ?? key.replace(/^([^:]*):\d*$/, "$1");
  if (host === "" || host.includes("*")) return null;
  return host === "docker.io" ? "registry-1.docker.io" : host;
}
