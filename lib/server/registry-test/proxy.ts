import "server-only";
import { BlockList, isIP } from "node:net";
import type { Asked } from "@/lib/domain/registry-test/asked";

type Environment = Readonly<Record<string, string>>;

/** K3s hands `CONTAINERD_X` to containerd as `X`; Go takes the name in capitals first. */
const settingOf = (environment: Environment, name: string): string =>
  [`CONTAINERD_${name}`, name, name.toLowerCase()]
    .map((key) => environment[key] ?? "")
    .find((value) => value !== "") ?? "";

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

function isInRange(address: string, range: string): boolean {
  const [network = "", length = ""] = range.split("/");
  const list = new BlockList();
  try {
    list.addSubnet(network, Number(length), familyOf(network));
  } catch {
    return false;
  }
  return list.check(address, familyOf(address));
}

/** One entry of NO_PROXY as Go reads it (golang.org/x/net/http/httpproxy): a star, a range, an address, or a domain. */
function excludes(entry: string, { host, port }: Asked): boolean {
  if (entry === "*") return true;
  if (entry.includes("/")) return isIP(host) !== 0 && isInRange(host, entry);
  const ported = isIP(entry) === 0 ? /^(.+):(\d+)$/.exec(entry) : null;
  if (ported && Number(ported[2]) !== port) return false;
  const name = (ported?.[1] ?? entry).replace(/^\[|\]$/g, "");
  if (isIP(name)) return name === host;
  if (name.startsWith("*.") || name.startsWith(".")) return host.endsWith(name.replace(/^\*/, ""));
  return host === name || host.endsWith(`.${name}`);
}

const isLocal = (host: string) => host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);

/** The proxy a pull goes through, as host and port without a login; null for none. */
export function proxyFor(asked: Asked, environment: Environment): string | null {
  const proxy = settingOf(environment, asked.secure ? "HTTPS_PROXY" : "HTTP_PROXY");
  if (proxy === "" || isLocal(asked.host)) return null;
  const entries = settingOf(environment, "NO_PROXY").toLowerCase().split(",");
  const lower = { ...asked, host: asked.host.toLowerCase() };
  if (entries.some((each) => each.trim() !== "" && excludes(each.trim(), lower))) return null;
  const url = proxy.includes("://") ? proxy : `http://${proxy}`;
  return URL.canParse(url) ? new URL(url).host : "?";
}
