import { findSeparator } from "./csv";
import type { InventoryKind } from "./inventory";
import { isKubectlHeader } from "./kubectl";
import { tidy } from "./tidy";

const section = /^\[[\w.@-][^:[\]\s]*(?::(?:children|vars|hosts))?\][ \t]*(?:[#;].*)?$/m;
const hostLine = /^[ \t]*(?:Host|Match)(?:[ \t]+|[ \t]*=[ \t]*)\S/im;
const ansibleVariable = /^[^\s#;:=]+(?::\d+)?[ \t](?:.*[ \t])?ansible_\w+=/m;
const range = /^[^\s#;[]+\[[^\]\s:]{0,20}:[^\]\s]{1,40}\]/m;
const groupKey = /^[ \t]*["']?(?:hosts|children|vars)["']?[ \t]*:[ \t]*(?:#.*|\{.*)?$/m;

/** What a pasted or chosen text most likely is: by what stands in it, then by its name, and lines when nothing tells. */
export function recognise(source: string, fileName = ""): InventoryKind {
  const text = tidy(source).trimStart();
  return byContent(text) ?? byName(fileName) ?? "lines";
}

function byContent(text: string): InventoryKind | null {
  const first = text.split("\n", 1)[0] ?? "";
  if (text.startsWith("{")) return /"kind"\s*:/.test(text) ? "kubectl-json" : "ansible-yaml";
  if (isKubectlHeader(first)) return "kubectl-table";
  if (findSeparator(text) !== undefined) return "csv";
  if (section.test(text)) return "ansible-ini";
  if (hostLine.test(text)) return "ssh-config";
  if (groupKey.test(text)) return "ansible-yaml";
  return ansibleVariable.test(text) || range.test(text) ? "ansible-ini" : null;
}

function byName(file: string): InventoryKind | null {
  const name = file.replace(/^.*[/\\]/s, "").toLowerCase();
  if (name === "ssh_config" || name === "config") return "ssh-config";
  if (/\.(?:csv|tsv)$/.test(name)) return "csv";
  if (/\.ya?ml$/.test(name)) return "ansible-yaml";
  if (name.endsWith(".json")) return "kubectl-json";
  return name === "hosts" || /\.(?:ini|cfg)$/.test(name) ? "ansible-ini" : null;
}
