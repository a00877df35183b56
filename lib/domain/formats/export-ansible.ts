import { quote } from "@/lib/domain/registries/yaml/quote";
import { type Exported, missingFiles, type NodeFile, placeholderOf } from "./export-format";
import { blockOrQuoted, commentLines } from "./yaml-block";

/**
 * Variables for k3s-ansible, whose role `prereq` copies `registries_config_yaml` to every node with mode 0644
 * (k3s-io/k3s-ansible 281554e, roles/prereq/tasks/main.yml). It passes the text through Jinja, so a secret that is not
 * included becomes a variable, and a text with secrets is marked as not to be touched.
 */
export function ansibleVariables(exported: Exported, withSecrets: boolean): string {
  const { text, variables } = withSecrets
    ? { text: exported.text, variables: [] }
    : withVariables(exported.text);
  const tag = withSecrets ? "!unsafe " : "";
  return [
    commentLines(remarks(exported, variables)),
    `registries_config_yaml: ${tag}${blockOrQuoted(text, "  ")}\n`,
    filesText("registries_tls_files", exported.files),
    filesText("containerd_templates", exported.templates),
  ].join("");
}

const jinja = /\{[{%#]/g;

/** Jinja would read these marks; they are given to it as texts. */
const escapeJinja = (text: string) => text.replace(jinja, (mark) => `{{ '${mark}' }}`);

function withVariables(text: string): { text: string; variables: string[] } {
  const names = new Map<string, string>();
  const lines = text.split("\n").map((line) => {
    const place = placeholderOf(line);
    if (place === null) return escapeJinja(line);
    const start = line.lastIndexOf(`"{{secret:`);
    return `${escapeJinja(line.slice(0, start))}{{ ${nameFor(names, place)} | to_json(ensure_ascii=False) }}`;
  });
  return { text: lines.join("\n"), variables: [...names.values()] };
}

/** A name that Ansible allows, and none twice. */
function nameFor(names: Map<string, string>, { slug, field }: { slug: string; field: string }): string {
  const id = `${slug}.${field}`;
  const known = names.get(id);
  if (known !== undefined) return known;
  const taken = new Set(names.values());
  const plain = `registry_${slug}_${field}`.toLowerCase().replace(/[^a-z0-9]+/g, "_");
  let name = plain;
  for (let number = 2; taken.has(name); number++) name = `${plain}_${number}`;
  names.set(id, name);
  return name;
}

const tasksFor = (folder: string, variable: string, what: string): string[] =>
  `- name: Make the folder of the ${what}
  ansible.builtin.file:
    path: !unsafe ${quote(folder)}
    state: directory
    mode: "0755"
- name: Copy the ${what}
  ansible.builtin.copy:
    content: "{{ item.content }}"
    dest: "{{ item.dest }}"
    mode: "{{ item.mode }}"
    owner: root
    group: root
  loop: "{{ ${variable} }}"
  no_log: true`
    .split("\n")
    .map(item);

function templateRemarks([first]: readonly NodeFile[]): string[] {
  if (first === undefined) return [];
  const folder = first.path.slice(0, first.path.lastIndexOf("/"));
  return [
    "",
    "k3s-ansible copies no containerd templates. A play of your own can, before its roles:",
    ...tasksFor(folder, "containerd_templates", "containerd templates"),
  ];
}

function remarks(exported: Exported, variables: string[]): string[] {
  const missing = missingFiles(exported);
  return [
    `Registries of ${exported.name}, revision ${exported.number}, for k3s-ansible: put this file into`,
    "group_vars/k3s_cluster/. It becomes /etc/rancher/k3s/registries.yaml on every node.",
    "k3s-ansible writes that file with mode 0644, so every user of a node can read it.",
    ...(variables.length > 0
      ? ["", "Set these variables, best in ansible-vault:", ...variables.map(item)]
      : []),
    ...(missing.length > 0
      ? [
          "",
          "The file names these files, which are not included. Each node must have them:",
          ...missing.map(item),
        ]
      : []),
    ...(exported.files.length > 0
      ? [
          "",
          "k3s-ansible copies no other files. A play of your own can, before its roles:",
          ...tasksFor("/etc/rancher/pullpath/tls", "registries_tls_files", "TLS files of the registries"),
        ]
      : []),
    ...templateRemarks(exported.templates),
  ];
}

const item = (text: string) => `  ${text}`;

function filesText(variable: string, files: readonly NodeFile[]): string {
  if (files.length === 0) return "";
  const entries = files.map(({ path, bytes, mode }) =>
    [
      `  - dest: !unsafe ${quote(path)}`,
      `    mode: "0${mode.toString(8)}"`,
      `    content: !unsafe ${blockOrQuoted(new TextDecoder().decode(bytes), "      ")}\n`,
    ].join("\n"),
  );
  return `${variable}:\n${entries.join("")}`;
}
