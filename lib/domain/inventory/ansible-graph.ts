import type { Collector } from "./collector";
import { expandHosts } from "./host-range";
import { maxInventoryNodes } from "./inventory";
import { splitAddress } from "./lines";

export type Vars = Map<string, string>;
type Group = { vars: Vars; parents: Set<string> };
type Host = { line: number | null; vars: Vars; groups: Set<string>; port: string | null };

/** Names of connection variables, today's and those before Ansible 2.0. */
const names = {
  host: ["ansible_host", "ansible_ssh_host"],
  port: ["ansible_port", "ansible_ssh_port"],
  user: ["ansible_user", "ansible_ssh_user"],
  key: ["ansible_ssh_private_key_file", "ansible_private_key_file"],
};
const jumpArguments = ["ansible_ssh_common_args", "ansible_ssh_extra_args", "ansible_ssh_args"];
const isSecret = (name: string) => /pass|secret|token|vault|credential/i.test(name);
const isKept = (name: string) => name.startsWith("ansible_") && !isSecret(name);
const maxGroups = 1000;
const maxMemberships = 50_000;

/** Hosts, groups and what they inherit: the same whether it was written as INI or as YAML. */
export class AnsibleGraph {
  readonly #into: Collector;
  readonly #hosts = new Map<string, Host>();
  readonly #groups = new Map<string, Group>();
  readonly #depths = new Map<string, number>();
  #memberships = 0;

  constructor(into: Collector) {
    this.#into = into;
    this.#groups.set("all", { vars: new Map(), parents: new Set() });
  }

  /** Keeps what a connection needs. A secret is named and its value is dropped here. */
  keep(vars: Vars, name: string, given: { value: string; line: number | null }): void {
    if (isSecret(name)) this.#into.note("secret", name, given.line);
    else if (isKept(name)) vars.set(name, given.value);
  }

  group(name: string): Group | null {
    const known = this.#groups.get(name);
    if (known) return known;
    if (this.#groups.size >= maxGroups) {
      this.#into.note("too-many-groups", String(maxGroups), null);
      return null;
    }
    const made: Group = { vars: new Map(), parents: new Set(["all"]) };
    this.#groups.set(name, made);
    return made;
  }

  addChild(parent: string, child: string): void {
    if (child !== "all" && this.group(parent)) this.group(child)?.parents.add(parent);
  }

  /** Adds the hosts a pattern stands for, all with the same variables. */
  addHosts(pattern: string, given: { group: string; vars: Vars; line: number | null }) {
    const { host, port } = /[[\]]/.test(pattern.replace(/:\d{1,5}$/, ""))
      ? splitRanged(pattern)
      : splitAddress(pattern);
    // A few bytes may stand for thousands of hosts, so what is written out is bounded for all patterns together.
    if (this.#memberships >= maxMemberships) return;
    const expanded = expandHosts(host, maxInventoryNodes);
    if ("code" in expanded) return this.#into.leave(expanded.code, pattern, given.line);
    for (const name of expanded.hosts) this.#addHost(name, { ...given, port });
  }

  #addHost(
    name: string,
    given: { group: string; vars: Vars; line: number | null; port: string | null },
  ): void {
    const { group, vars, line, port } = given;
    if (this.#memberships >= maxMemberships) return;
    this.#memberships += 1;
    const isNew = !this.#hosts.has(name);
    if (isNew && this.#hosts.size >= maxInventoryNodes) {
      this.#into.note("too-many", name, line);
      return;
    }
    const host = this.#hosts.get(name) ?? { line, vars: new Map(), groups: new Set(), port: null };
    for (const [key, value] of vars) host.vars.set(key, value);
    if (this.group(group)) host.groups.add(group);
    host.port = port ?? host.port;
    this.#hosts.set(name, host);
  }

  /** Steps from `all` by the longest way; a group that is its own parent counts once. */
  #depthOf(name: string, above = new Set<string>()): number {
    const known = this.#depths.get(name);
    if (known !== undefined) return known;
    const parents = [...(this.#groups.get(name)?.parents ?? [])].filter((parent) => !above.has(parent));
    const next = new Set(above).add(name);
    const depth = above.size > 100 ? 0 : Math.max(-1, ...parents.map((one) => this.#depthOf(one, next))) + 1;
    this.#depths.set(name, depth);
    return depth;
  }

  /** Every group of a host, the most particular first: children before parents, and of equals the last by name. */
  #groupsOf(host: Host): string[] {
    const found = new Set(host.groups);
    for (const name of found) for (const parent of this.#groups.get(name)?.parents ?? []) found.add(parent);
    return [...found.add("all")].sort(
      (left, right) => this.#depthOf(right) - this.#depthOf(left) || (left < right ? 1 : -1),
    );
  }

  finish(): void {
    for (const [name, host] of this.#hosts) {
      const groups = this.#groupsOf(host);
      const scopes = [host.vars, ...groups.map((group) => this.#groups.get(group)?.vars)];
      const find = (wanted: string[]) =>
        scopes.flatMap((vars) => wanted.map((one) => vars?.get(one))).find((value) => value !== undefined);
      if (find(["ansible_connection"]) === "local") {
        this.#into.leave("local", name, host.line);
        continue;
      }
      if (/Proxy(?:Jump|Command)|(?:^|\s)-J/i.test(find(jumpArguments) ?? ""))
        this.#into.note("jump-host", name, host.line);
      this.#into.add({
        line: host.line,
        name,
        host: find(names.host) ?? name,
        port: find(names.port) ?? host.port,
        username: find(names.user) ?? null,
        groups: groups.filter((group) => group !== "all" && group !== "ungrouped"),
        hint: find(names.key) ?? null,
      });
    }
  }
}

/** A port behind a pattern with ranges, such as `edge[1:3]:2222`. */
function splitRanged(pattern: string): { host: string; port: string | null } {
  const [, host = pattern, port = null] = /^(.*[^:]):(\d{1,5})$/.exec(pattern) ?? [];
  return { host, port };
}
