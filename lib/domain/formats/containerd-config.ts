import type { Mirror } from "@/lib/domain/registries/schema";
import { Collector, type Conversion } from "./collector";
import { readAuth, readTls } from "./containerd-host";
import { eachText } from "./docker-daemon";
import { readRewriteTable } from "./hosts-rewrites";
import { loginHost } from "./logins";
import type { RowCode } from "./outcomes";
import { withoutUserInfo } from "./url-parts";
import { isTable, ownTable, type Path, type Values } from "./values";

/** Where versions 1, 2 and 3 of containerd's configuration keep what it knows of registries. */
const registryPlugins = ["cri", "io.containerd.grpc.v1.cri", "io.containerd.cri.v1.images"] as const;

/** Whether a file says anything of registries. */
export function hasRegistryPart(file: Values): boolean {
  const plugins = ownTable(file, "plugins") ?? {};
  return registryPlugins.some((name) => ownTable(ownTable(plugins, name) ?? {}, "registry") !== null);
}

/** The registry part of containerd's `config.toml` (containerd docs/cri/registry.md, and config.md before 2.0). */
export function fromContainerdConfig(file: Values): Conversion {
  const collector = new Collector();
  for (const [key, value] of Object.entries(file)) {
    if (key === "plugins" && isTable(value)) readPlugins(collector, value);
    else if (key !== "version") collector.say([key], "not-registry");
  }
  return collector.finish();
}

function readPlugins(collector: Collector, plugins: Values): void {
  for (const [name, plugin] of Object.entries(plugins)) {
    const path = ["plugins", name];
    if (!registryPlugins.some((each) => each === name) || !isTable(plugin)) {
      collector.say(path, "not-registry");
      continue;
    }
    for (const [key, value] of Object.entries(plugin)) {
      if (key === "registry" && isTable(value)) readRegistry(collector, [...path, key], value);
      else collector.say([...path, key], "not-registry");
    }
  }
}

const sections: Readonly<Record<string, (at: Section) => void>> = {
  mirrors: readMirror,
  configs: readConfig,
  auths: ({ collector, path, key, table }) => readAuth(collector, path, { host: loginHost(key).host, table }),
};

type Section = { collector: Collector; path: Path; key: string; table: Values };

function readRegistry(collector: Collector, path: Path, registry: Values): void {
  for (const [name, value] of Object.entries(registry)) {
    const read = Object.hasOwn(sections, name) ? sections[name] : undefined;
    if (read !== undefined && isTable(value))
      readSection(collector, [...path, name], { entries: value, read });
    else collector.say([...path, name], value === "" ? "nothing-said" : restCode(name));
  }
}

type Reading = { entries: Values; read: (at: Section) => void };

function readSection(collector: Collector, path: Path, { entries, read }: Reading): void {
  for (const [key, table] of Object.entries(entries)) {
    const at = [...path, key];
    if (isTable(table)) read({ collector, path: at, key, table });
    else collector.say(at, "wrong-type", { wanted: "table" });
  }
}

const restCode = (name: string): RowCode =>
  name === "config_path" ? "config-path" : name === "headers" ? "headers" : "unknown-key";

function readMirror({ collector, path, key, table }: Section): void {
  const mirror = collector.mirror(path, key);
  if (mirror === null) return;
  for (const [field, value] of Object.entries(table)) {
    const at = [...path, field];
    if (field === "endpoint") readEndpoints(collector, mirror, { path: at, value });
    else if (field === "rewrite" && isTable(value)) {
      mirror.rewrites = readRewriteTable(collector, at, value);
    } else collector.say(at, "unknown-key");
  }
}

function readEndpoints(collector: Collector, mirror: Mirror, given: { path: Path; value: unknown }): void {
  eachText(collector, given, (url, at) => {
    const clean = withoutUserInfo(url);
    if (!collector.addEndpoint(at, mirror, clean)) return;
    collector.say(at, clean === url ? "endpoint" : "user-info", { name: mirror.name });
  });
}

function readConfig({ collector, path, key, table }: Section): void {
  for (const [field, value] of Object.entries(table)) {
    const at = [...path, field];
    if (field === "auth" && isTable(value)) readAuth(collector, at, { host: key, table: value });
    else if (field === "tls" && isTable(value)) readTls(collector, at, { host: key, table: value });
    else collector.say(at, "unknown-key");
  }
}
