import { quote } from "@/lib/domain/registries/yaml/quote";
import { type Exported, missingFiles, type NodeFile, placeholdersIn } from "./export-format";
import { commentLines, literalBlock } from "./yaml-block";

type Distribution = "k3s" | "rke2";

/** A `#cloud-config` that writes the file, its TLS files and the templates before K3s or RKE2 starts (cloud-init, module write_files). */
export function cloudInit(exported: Exported, distribution: Distribution): string {
  const file: NodeFile = {
    path: `/etc/rancher/${distribution}/registries.yaml`,
    bytes: new TextEncoder().encode(exported.text),
    mode: 0o600,
  };
  const entries = [file, ...exported.files, ...exported.templates].map(entryOf).join("");
  return `#cloud-config\n${commentLines(remarks(exported))}write_files:\n${entries}`;
}

function remarks(exported: Exported): string[] {
  const secrets = placeholdersIn(exported.text);
  const missing = missingFiles(exported);
  return [
    `Registries of ${exported.name}, revision ${exported.number}.`,
    ...(secrets.length > 0
      ? ["Fill in each {{secret:…}} below before use, quotes kept:", ...secrets.map(item)]
      : []),
    ...(missing.length > 0 ? ["Add these files, which are not included:", ...missing.map(item)] : []),
  ];
}

const item = (text: string) => `  ${text}`;

function entryOf({ path, bytes, mode }: NodeFile): string {
  const text = new TextDecoder().decode(bytes);
  const block = literalBlock(text, "      ");
  const content = block === null ? toBase64(bytes) : block;
  return [
    `  - path: ${isPlainPath(path) ? path : quote(path)}`,
    "    owner: root:root",
    `    permissions: "0${mode.toString(8)}"`,
    ...(block === null ? ["    encoding: b64"] : []),
    `    content: ${content}\n`,
  ].join("\n");
}

/** The data folder is whatever somebody says it is. */
const isPlainPath = (path: string) => /^\/[\w./-]+$/.test(path);

const toBase64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
