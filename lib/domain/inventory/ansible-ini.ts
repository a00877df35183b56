import { splitWords } from "@/lib/domain/nodes/command-line";
import { AnsibleGraph, type Vars } from "./ansible-graph";
import type { Collector } from "./collector";

type Section = { name: string; kind: "hosts" | "children" | "vars" };

const sectionPattern = /^\[([^:[\]\s]+)(?::(\w+))?\]\s*(?:[#;].*)?$/;

function openSection(text: string): Section | null {
  const [, name, kind = "hosts"] = sectionPattern.exec(text) ?? [];
  if (name === undefined || (kind !== "hosts" && kind !== "children" && kind !== "vars")) return null;
  return { name, kind };
}

const unquote = (text: string) => /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text;

/** A comment begins with `#` or `;` at the start of a line, or with `#` behind a space outside of quotes. */
const withoutComment = (text: string) =>
  /^[#;]/.test(text) ? "" : (/^(?:"[^"]*"|'[^']*'|(?!\s#).)*/.exec(text)?.[0] ?? text).trim();

function readHost(text: string, line: number, given: { graph: AnsibleGraph; group: string }): void {
  const [pattern = "", ...settings] = splitWords(text);
  const vars: Vars = new Map();
  for (const setting of settings) {
    const [, name, value = ""] = /^([^=]+)=(.*)$/s.exec(setting) ?? [];
    if (name) given.graph.keep(vars, name, { value, line });
  }
  given.graph.addHosts(pattern, { group: given.group, vars, line });
}

function readVariable(text: string, line: number, given: { graph: AnsibleGraph; group: string }): void {
  const [, name, value = ""] = /^([^=\s]+)\s*=\s*(.*)$/.exec(text) ?? [];
  const group = given.graph.group(given.group);
  if (name && group) given.graph.keep(group.vars, name, { value: unquote(value), line });
}

const longestLine = 4096;

type Reading = { graph: AnsibleGraph; into: Collector; section: Section | null };

function readContent(content: string, line: number, reading: Reading): void {
  const { graph, into, section } = reading;
  if (content.startsWith("[") && content.endsWith("]")) {
    reading.section = openSection(content);
    if (reading.section) graph.group(reading.section.name);
    else into.leave("structure", content, line);
  } else if (section?.kind === "hosts") readHost(content, line, { graph, group: section.name });
  else if (section?.kind === "vars") readVariable(content, line, { graph, group: section.name });
  else if (section) graph.addChild(section.name, content);
}

/** An inventory as Ansible's INI plugin reads it (docs.ansible.com, ansible.builtin.ini inventory). */
export function readAnsibleIni(text: string, into: Collector): void {
  const graph = new AnsibleGraph(into);
  const reading: Reading = { graph, into, section: { name: "ungrouped", kind: "hosts" } };
  for (const [index, raw] of text.split("\n").entries()) {
    // No line that names hosts is that long, and words are not split in a time that grows with the line alone.
    const content = raw.length > longestLine ? raw.slice(0, 100) : withoutComment(raw.trim());
    if (raw.length > longestLine) into.leave("structure", content, index + 1);
    else if (content !== "") readContent(content, index + 1, reading);
  }
  graph.finish();
}
