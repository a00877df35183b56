import { splitWords } from "./command-line";
import type { NodeFacts } from "./facts";

type Proxies = NonNullable<NodeFacts["proxies"]>;

const isProxy = (name: string) => /^(?:CONTAINERD_)?(?:HTTPS?|NO)_PROXY$/i.test(name);

const longestValue = 2048;

/** A proxy without its login, which may stand before the last `@`. */
export const maskProxy = (value: string): string => value.replace(/^([a-z0-9+.-]*:\/\/)?.*@/is, "$1…@");

/** `Environment=` of a unit: words that are assignments. An empty one forgets those before it. */
function assignmentsOf(unitText: string): string[] {
  const lines = unitText.replace(/\\\r?\n/g, " ").split(/\r?\n/);
  const told = lines.flatMap((line) => /^\s*Environment=(.*)$/.exec(line)?.[1] ?? []);
  const forgotten = told.findLastIndex((words) => words.trim() === "");
  return told.slice(forgotten + 1).flatMap(splitWords);
}

/** The proxies that a service is started with: what its files say wins over what its unit says. */
export function readProxies(unitText: string, environment: ReadonlyMap<string, string>): Proxies {
  const values = new Map<string, string>();
  for (const word of assignmentsOf(unitText)) {
    const at = word.indexOf("=");
    values.set(word.slice(0, at), word.slice(at + 1));
  }
  for (const [name, value] of environment) values.set(name, value);
  return [...values]
    .filter(([name, value]) => isProxy(name) && value !== "" && !/\p{Cc}/u.test(value))
    .map(([name, value]) => ({ name, value: maskProxy(value).slice(0, longestValue) }))
    .sort((one, other) => one.name.localeCompare(other.name))
    .slice(0, 12);
}

/**
 * Through what containerd pulls over HTTPS: K3s hands its environment on, and what begins with `CONTAINERD_` takes the
 * place of the rest (k3s pkg/agent/containerd/containerd.go, Run). Null: nothing in between.
 */
export function proxyOfPulls({ proxies = [] }: Pick<NodeFacts, "proxies">): string | null {
  const proxyNamed = (wanted: string) =>
    proxies.find(({ name }) => name.toUpperCase() === wanted)?.value ?? null;
  return proxyNamed("CONTAINERD_HTTPS_PROXY") ?? proxyNamed("HTTPS_PROXY");
}
