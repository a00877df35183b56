import { parse } from "yaml";
import { readFlag } from "./command-line";
import type { NodeFacts } from "./facts";
import { readProxies } from "./proxies";
import type { ServiceChoice } from "./service";
import type { Survey } from "./survey";
import { factOf, textOf } from "./told";

export type Settings = {
  dataDir: string | null;
  registriesPath: string | null;
  nodeName: string | null;
  flags: NodeFacts["flags"];
  unreadableConfig: string[];
} & Pick<NodeFacts, "notCovered" | "proxies">;

type Config = Record<string, unknown>;

function parseConfig(bytes: Uint8Array): Config | null {
  try {
    const value: unknown = parse(new TextDecoder().decode(bytes), { version: "1.1", uniqueKeys: false });
    if (value === null || value === undefined) return {};
    return typeof value === "object" && !Array.isArray(value) ? (value as Config) : null;
  } catch {
    // The caller lists the file as unreadable, which is all that can be said without its content.
    return null;
  }
}

/** config.yaml, then config.yaml.d in order; a later file replaces a key whole (k3s pkg/configfilearg/parser.go). */
function mergeConfig(survey: Survey, distribution: string): { config: Config; unreadable: string[] } {
  const prefix = `config:${distribution}:`;
  const config: Config = {};
  const unreadable: string[] = [];
  for (const { name, bytes } of survey.texts) {
    if (!name.startsWith(prefix)) continue;
    const read = parseConfig(bytes);
    if (read) Object.assign(config, read);
    else unreadable.push(name.slice(prefix.length));
  }
  return { config, unreadable };
}

/** `NAME=value` lines of the files systemd and OpenRC pass to the service. */
function readEnvironment(survey: Survey): Map<string, string> {
  const values = new Map<string, string>();
  for (const { name, bytes } of survey.texts) {
    if (!name.startsWith("environment:")) continue;
    for (const line of new TextDecoder().decode(bytes).split("\n")) {
      const [, key, value = ""] = /^\s*(?:export\s+)?(\w+)=(.*)$/.exec(line) ?? [];
      if (key) values.set(key, value.trim().replace(/^(["'])(.*)\1$/, "$2"));
    }
  }
  return values;
}

const scalar = (value: unknown): string | null => {
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return last === null || last === undefined || typeof last === "object" ? null : String(last);
};

/** As Linux has it; what is said of a longer text takes time with its length. */
const longestPath = 4096;

/** The data folder is told and compared in one spelling; K3s cleans it, too. */
const withoutEnd = (path: string): string | null =>
  path.length > longestPath ? null : path.replace(/(?<=.)\/+$/, "");

/** Why nothing of the file would have an effect, or its service cannot be driven: another runtime, or one without root. */
function notCoveredBy(
  survey: Survey,
  { unit }: ServiceChoice,
  is: { docker: boolean; external: boolean; rootless: boolean },
): Pick<NodeFacts, "notCovered"> {
  if (is.docker) return { notCovered: "docker" };
  if (is.external) return { notCovered: "external-runtime" };
  // Without root K3s is a service of its user, and no unit of the system.
  const isOfUser = unit === null && factOf(survey, "rootless") !== null;
  return is.rootless || isOfUser ? { notCovered: "rootless" } : {};
}

/** Where the service keeps its data and what shapes its registries, from command line, config files and environment. */
export function readSettings(survey: Survey, choice: ServiceChoice): Settings {
  const { distribution, commandFlags } = choice;
  const { config, unreadable } = mergeConfig(survey, distribution ?? "k3s");
  const environment = readEnvironment(survey);
  const setting = (names: string[], variables: string[] = []): string | null =>
    readFlag(commandFlags, names) ??
    names.map((name) => scalar(config[name])).find((value) => value !== null) ??
    variables.map((name) => environment.get(name)).find((value) => value !== undefined) ??
    null;
  const isOn = (name: string) => /^(true|1|t)$/i.test(setting([name]) ?? "");
  const [docker, external] = [isOn("docker"), Boolean(setting(["container-runtime-endpoint"]))];
  const ownConfig = setting(["config", "c"], ["K3S_CONFIG_FILE", "RKE2_CONFIG_FILE"]);
  const folder = distribution ?? "k3s";
  return {
    dataDir: withoutEnd(
      setting(["data-dir", "d"], ["K3S_DATA_DIR", "RKE2_DATA_DIR"]) ?? `/var/lib/rancher/${folder}`,
    ),
    registriesPath: setting(["private-registry"]) ?? `/etc/rancher/${folder}/registries.yaml`,
    nodeName: setting(["node-name"], ["K3S_NODE_NAME", "RKE2_NODE_NAME"])?.toLowerCase() ?? null,
    flags: {
      disableDefaultRegistryEndpoint: isOn("disable-default-registry-endpoint"),
      embeddedRegistry: isOn("embedded-registry"),
      systemDefaultRegistry: setting(["system-default-registry"], ["RKE2_SYSTEM_DEFAULT_REGISTRY"]) || null,
      foreignRuntime: docker || external,
    },
    // A configuration elsewhere is not looked at, and said so.
    unreadableConfig: ownConfig === null ? unreadable : [...unreadable, ownConfig],
    ...notCoveredBy(survey, choice, { docker, external, rootless: isOn("rootless") }),
    proxies: readProxies(textOf(survey, `unit:${choice.unit}`), environment),
  };
}
