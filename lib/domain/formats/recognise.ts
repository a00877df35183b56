import { ownTable, ownValue, readTable } from "./values";

export const formats = [
  "registries-yaml",
  "docker-daemon",
  "docker-config",
  "kubernetes-secret",
  "hosts-toml",
  "containerd-config",
] as const;
export type Format = (typeof formats)[number];

const nameOf = (file: string) => file.replace(/^.*[/\\]/s, "").toLowerCase();

/** What a file most likely is, by what stands in it and then by its name; a `registries.yaml` unless more is seen. */
export function recognise(text: string, fileName = ""): Format {
  const start = text.replace(/^\ufeff/, "").trimStart();
  const name = nameOf(fileName);
  return (
    (start.startsWith("{") ? byJson(start) : byToml(start)) ??
    byYaml(start) ??
    byName(name) ??
    "registries-yaml"
  );
}

function byJson(text: string): Format | null {
  const value = readTable(text);
  if (value === null) return byBrokenJson(text);
  if (ownValue(value, "kind") === "Secret") return "kubernetes-secret";
  if (ownTable(value, "mirrors") ?? ownTable(value, "configs")) return "registries-yaml";
  const has = (...keys: string[]) => keys.some((key) => Object.hasOwn(value, key));
  if (has("registry-mirrors", "insecure-registries")) return "docker-daemon";
  if (has("auths", "credHelpers", "credsStore", "HttpHeaders")) return "docker-config";
  if (has("data-root", "log-driver", "log-opts", "exec-opts", "storage-driver", "live-restore"))
    return "docker-daemon";
  return null;
}

/** A file with a fault should still be told to be broken as what it is. */
function byBrokenJson(text: string): Format | null {
  if (/"(?:registry-mirrors|insecure-registries)"\s*:/.test(text)) return "docker-daemon";
  return /"(?:auths|credHelpers|credsStore)"\s*:/.test(text) ? "docker-config" : null;
}

/** A line of TOML that no YAML file has at its start: a table's head, or a key with `=`. */
function byToml(text: string): Format | null {
  if (/^[ \t]*\[+[ \t]*(?:plugins|"plugins")[ \t]*[.\]]/m.test(text)) return "containerd-config";
  if (/^[ \t]*\[[ \t]*(?:host|"host")[ \t]*[.\]]/m.test(text)) return "hosts-toml";
  if (/^(?:server|capabilities|ca|client|skip_verify|override_path)[ \t]*=/m.test(text)) return "hosts-toml";
  return /^(?:version|imports|disabled_plugins)[ \t]*=/m.test(text) ? "containerd-config" : null;
}

const byYaml = (text: string): Format | null =>
  /^kind:[ \t]*["']?Secret["']?[ \t]*(?:#.*)?$/m.test(text) &&
  /^[ \t]+["']?\.docker(?:configjson|cfg)["']?[ \t]*:/m.test(text)
    ? "kubernetes-secret"
    : null;

function byName(name: string): Format | null {
  if (name === "daemon.json") return "docker-daemon";
  if (name === "config.json" || name === ".dockerconfigjson") return "docker-config";
  if (name === "hosts.toml") return "hosts-toml";
  return name.endsWith(".toml") ? "containerd-config" : null;
}
