import { Collector, type Conversion } from "./collector";
import type { RowCode } from "./outcomes";
import { withoutUserInfo } from "./url-parts";
import { isLine, type Path, type Values } from "./values";

/** Keys that say something of registries without a counterpart in registries.yaml; all others are about the daemon. */
const known: Readonly<Record<string, RowCode>> = {
  proxies: "proxy",
  "http-proxy": "proxy",
  "https-proxy": "proxy",
  "no-proxy": "proxy",
  "max-concurrent-downloads": "limits",
  "max-download-attempts": "limits",
  "max-concurrent-uploads": "push-setting",
  "allow-nondistributable-artifacts": "push-setting",
};

/** Docker's `daemon.json` (docs.docker.com, dockerd, "Daemon configuration file"). */
export function fromDockerDaemon(file: Values): Conversion {
  const collector = new Collector();
  for (const [key, value] of Object.entries(file)) {
    if (key === "registry-mirrors") readMirrors(collector, [key], value);
    else if (key === "insecure-registries") readInsecure(collector, [key], value);
    else collector.say([key], (Object.hasOwn(known, key) ? known[key] : undefined) ?? "not-registry");
  }
  return collector.finish();
}

/** Calls `read` with each text of a list, and tells of what is none. */
export function eachText(
  collector: Collector,
  { path, value }: { path: Path; value: unknown },
  read: (text: string, path: Path) => void,
): void {
  if (!Array.isArray(value)) {
    collector.say(path, "wrong-type", { wanted: "list" });
    return;
  }
  if (value.length === 0) collector.say(path, "nothing-said");
  for (const [index, item] of value.entries()) {
    const at = [...path, index];
    if (typeof item !== "string") collector.say(at, "wrong-type", { wanted: "text" });
    else if (item === "" || !isLine(item)) collector.say(at, "unusable-text");
    else read(item, at);
  }
}

/** Docker asks these for images of Docker Hub only, in this order, and Docker Hub itself at the end, as K3s does. */
function readMirrors(collector: Collector, path: Path, value: unknown): void {
  eachText(collector, { path, value }, (url, at) => {
    const mirror = collector.mirror(at, "docker.io");
    const clean = withoutUserInfo(url);
    if (mirror === null || !collector.addEndpoint(at, mirror, clean)) return;
    collector.say(at, clean === url ? "hub-mirror" : "user-info");
  });
}

/**
 * Docker asks such a registry by HTTPS without verifying, then by HTTP. containerd does the same for an `http://`
 * endpoint with TLS settings (containerd core/remotes/docker/config/hosts.go).
 */
function readInsecure(collector: Collector, path: Path, value: unknown): void {
  eachText(collector, { path, value }, (text, at) => {
    const named = text.replace(/^https?:\/\//i, "").replace(/\/+$/, "");
    const host = named.slice(named.lastIndexOf("@") + 1);
    if (host.includes("/")) {
      collector.say(at, "range");
      return;
    }
    const mirror = collector.mirror(at, host);
    if (mirror === null || !collector.addEndpoint(at, mirror, `http://${host}`)) return;
    if (collector.setTls(at, host, { insecure_skip_verify: true })) {
      collector.say(at, "insecure-registry", { host });
    }
  });
}
