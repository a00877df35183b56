import type { Decoded } from "../decode";
import type { Target } from "../target";
import { joinPath, quote, sortedEntries } from "./go-text";
import { trimLines } from "./hosts-toml";

type Layout = { table: string; open: string; close: string };

/** By version of containerd's configuration (pkg/agent/templates/templates_linux.go, af977ad). */
const layouts: Readonly<Record<2 | 3, Layout>> = {
  2: { table: `plugins."io.containerd.grpc.v1.cri".registry`, open: '"', close: '"' },
  3: { table: "plugins.'io.containerd.cri.v1.images'.registry", open: "'", close: "'" },
};

const authLines = ["username", "password", "auth", "identitytoken"] as const;

/** Version 3 since v1.31.6 and v1.32.2, unless the node has a template only for version 2. */
export const configVersion = ({ version, userTemplate }: Target): 2 | 3 =>
  version.family >= "H" && userTemplate !== "config.toml.tmpl" ? 3 : 2;

/** The part of config.toml that comes from registries.yaml. Keys stand raw between their quotes. */
export function configToml(configs: Decoded["configs"], target: Target): string {
  const { table, open, close } = layouts[configVersion(target)];
  const path = joinPath(target.dataDir, "agent/etc/containerd/certs.d");
  const tables = sortedEntries(configs).flatMap(([key, { auth }]) => {
    if (auth === null) return [];
    const lines = authLines
      .filter((name) => auth[name] !== "")
      .map((name) => `  ${name} = ${quote(auth[name])}\n`);
    return [`[${table}.configs.${open}${key}${close}.auth]\n${lines.join("")}`];
  });
  // Stood raw between its quotes until the release that brought version 3.
  const written = target.version.family >= "H" ? quote(path) : `"${path}"`;
  const text = [`[${table}]\n  config_path = ${written}\n`, ...tables].join("");
  return trimLines(text).replace(/^\n/, "");
}
