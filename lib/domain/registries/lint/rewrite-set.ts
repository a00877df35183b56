import { splitAuthority } from "../checks/authority";
import { hubHost, registryHostOf } from "../checks/endpoint-url";
import { hostsOf, type LintContext } from "./context";
import { applyEdits, copiesOf, extentOf, nodeEdit, scalarLike } from "./edit";
import { membersOf } from "./endpoint-set";
import { findOverlaps } from "./rewrite-samples";
import type { Fix, Place, Rule } from "./rule";
import { sources } from "./sources";
import type { MirrorView } from "./view";

const rewriting = ({ view }: LintContext) => view.mirrors.filter(({ rewrites }) => rewrites.length > 0);

const onRules = (context: LintContext, { slot, path, rewrites }: MirrorView) => {
  const [first] = rewrites;
  return { path: [...path, "rewrite"], range: context.keyRange(first?.slot.parent ?? slot) };
};

/** Mirrors with several rules are compared up to this number of rules in all. */
const mostCompared = 300;

function comparable(context: LintContext): MirrorView[] {
  let rules = 0;
  return rewriting(context).filter(({ rewrites }) => {
    if (rewrites.length < 2) return false;
    rules += rewrites.length;
    return rules - rewrites.length < mostCompared;
  });
}

const findOverlap = (context: LintContext): Place[] =>
  comparable(context)
    .flatMap(({ rewrites }) => findOverlaps(rewrites))
    .map(({ first, second, example }) => ({
      path: second.path,
      range: context.keyRange(second.slot),
      params: { one: first.pattern, other: second.pattern, example },
    }));

/** A mirror's rules go to all of its endpoints, also to one where the images have other names. */
function findMixedHosts(context: LintContext): Place[] {
  return rewriting(context).flatMap((mirror) => {
    const hosts = [...new Set(hostsOf(mirror).map((host) => splitAuthority(host).host))];
    const [one, other] = hosts;
    if (one === undefined || other === undefined) return [];
    return [{ ...onRules(context, mirror), params: { one, other, count: hosts.length } }];
  });
}

/** The default endpoint gets no rewrites since January 2024; with a port of its own the registry is an endpoint. */
function findDefaultOnly(context: LintContext): Place[] {
  if (context.family === "A") return [];
  // Where the flag takes the default endpoint away, the registry's own URL is an endpoint like others.
  const isOff = ({ name }: MirrorView) =>
    context.target.disableDefaultRegistryEndpoint && !context.hosts.has(name);
  const members = membersOf(context);
  const rewritten = new Set(
    members
      .filter(({ isDefault, isLast, mirror }) => !(isDefault && isLast) || isOff(mirror))
      .map(({ mirror }) => mirror),
  );
  return rewriting(context)
    .filter((mirror) => mirror.name !== "*" && !rewritten.has(mirror))
    .map((mirror) => {
      const right = `https://${portNamed(mirror.name)}`;
      const fixes: Fix[] = [
        {
          id: "own-endpoint",
          params: { right },
          safe: false,
          apply: () => withOwnEndpoint(context, mirror, right),
        },
      ];
      return { ...onRules(context, mirror), params: { mirror: mirror.name, right }, fixes };
    });
}

function portNamed(name: string): string {
  const host = name === "docker.io" ? hubHost : name;
  return splitAuthority(host).port === null ? `${host}:443` : host;
}

/** Lists the registry itself with its port, and gives that host and port the settings of the one without. */
function withOwnEndpoint(context: LintContext, mirror: MirrorView, url: string): string | null {
  const [endpoint] = mirror.endpoints;
  const key = registryHostOf(url);
  if (endpoint === undefined || registryHostOf(endpoint.text) === key) return null;
  const { node } = endpoint.slot;
  const edits = [nodeEdit(context, node, scalarLike(url, node))];
  const host = [mirror.name, hubHost]
    .map((name) => context.hosts.get(name))
    .find((each) => each !== undefined);
  if (host !== undefined && !context.hosts.has(key)) {
    const copies = copiesOf(context, host.slot, [key]);
    if (copies === null) return null;
    const { start, end } = extentOf(context, host.slot);
    const ended = context.text.slice(start, end).endsWith("\n") ? "" : "\n";
    edits.push({ start: end, end, text: ended + copies });
  }
  return applyEdits(context.text, edits);
}

const everyRewriting = (context: LintContext): Place[] =>
  rewriting(context).map((mirror) => ({
    ...onRules(context, mirror),
    params: { mirror: mirror.name, version: context.target.version.text },
  }));

/** What the rules of one mirror do together, and in which releases. */
export const rewriteSetRules: readonly Rule[] = [
  { code: "rewrite-overlap", severity: "warning", source: sources.rewrites, find: findOverlap },
  { code: "rewrite-mixed-hosts", severity: "warning", source: sources.hosts, find: findMixedHosts },
  { code: "rewrite-default-only", severity: "warning", source: sources.hosts, find: findDefaultOnly },
  {
    code: "rewrite-scope",
    severity: "warning",
    source: "k3s-io/k3s#11191",
    find: (context) => (context.family < "G" ? everyRewriting(context) : []),
  },
  {
    code: "rewrite-fallback",
    severity: "warning",
    source: "k3s-io/k3s#7007",
    find: (context) => (context.family === "A" ? everyRewriting(context) : []),
  },
];
