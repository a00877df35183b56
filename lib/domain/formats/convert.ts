import { fail, ok, type Result } from "@/lib/domain/result";
import type { Conversion } from "./collector";
import { fromContainerdConfig, hasRegistryPart } from "./containerd-config";
import { fromDockerConfig } from "./docker-config";
import { fromDockerDaemon } from "./docker-daemon";
import { fromHostsFile, registryOfFolder, suggestRegistry } from "./hosts-file";
import { fromKubernetesSecret, type SecretFailure } from "./kubernetes-secret";
import { readPlainYaml } from "./plain-yaml";
import type { Format } from "./recognise";
import { isTable, type Values } from "./values";

export type ForeignFormat = Exclude<Format, "registries-yaml">;

export type FormatFailure =
  | { code: "json-broken"; line: number | null }
  | { code: "toml-broken"; line: number | null }
  | { code: "yaml-broken" }
  | { code: "no-object" }
  | { code: "no-registry-part" }
  | SecretFailure;

export type Converted =
  | { kind: "converted"; conversion: Conversion }
  /** The name of the registry is that of the file's folder, which the file does not tell. */
  | { kind: "registry-needed"; suggestion: string };

/** Gives the tables of a TOML text or throws an error with a `line`. The domain has no reader of TOML of its own. */
export type ReadToml = (text: string) => unknown;

type Given = { format: ForeignFormat; text: string; registry?: string | undefined; readToml: ReadToml };

/** What a file of another tool says, as a definition, with a row for each of its keys. */
export function convert(given: Given): Result<Converted, FormatFailure> {
  const read = readTables(given);
  if (!read.ok) return read;
  const file = read.value;
  switch (given.format) {
    case "docker-daemon":
      return done(fromDockerDaemon(file));
    case "docker-config":
      return done(fromDockerConfig(file));
    case "kubernetes-secret": {
      const found = fromKubernetesSecret(file);
      return found.ok ? done(found.value) : found;
    }
    case "containerd-config":
      return hasRegistryPart(file) ? done(fromContainerdConfig(file)) : fail({ code: "no-registry-part" });
    case "hosts-toml":
      return given.registry === undefined
        ? ok({ kind: "registry-needed", suggestion: suggestRegistry(file) })
        : done(fromHostsFile(file, registryOfFolder(given.registry)));
  }
}

const done = (conversion: Conversion): Result<Converted, FormatFailure> =>
  ok({ kind: "converted", conversion });

function readTables({ format, text, readToml }: Given): Result<Values, FormatFailure> {
  const bare = text.replace(/^\ufeff/, "");
  const value = format.startsWith("docker")
    ? readJson(bare)
    : format === "kubernetes-secret"
      ? readYaml(bare)
      : readTomlWith(readToml, bare);
  if (!value.ok) return value;
  return isTable(value.value) ? ok(value.value) : fail({ code: "no-object" });
}

type Read = Result<unknown, FormatFailure>;

/** The engine's own words may quote the file, which may hold passwords: only the place is told. */
function readJson(text: string): Read {
  try {
    return ok<unknown>(JSON.parse(text));
  } catch (cause) {
    const words = cause instanceof SyntaxError ? cause.message : "";
    const position = /position (\d+)/.exec(words)?.[1];
    const line = /line (\d+)/.exec(words)?.[1];
    const told =
      position === undefined ? line && Number(line) : text.slice(0, Number(position)).split("\n").length;
    return fail({ code: "json-broken", line: told || null });
  }
}

/** A Secret is mostly YAML, of which JSON is a part. */
function readYaml(text: string): Read {
  const value = readPlainYaml(text);
  return value === null ? fail({ code: "yaml-broken" }) : ok(value);
}

function readTomlWith(readToml: ReadToml, text: string): Read {
  try {
    return ok(readToml(text));
  } catch (cause) {
    const line = typeof cause === "object" && cause !== null && "line" in cause ? cause.line : null;
    return fail({ code: "toml-broken", line: typeof line === "number" ? line : null });
  }
}
