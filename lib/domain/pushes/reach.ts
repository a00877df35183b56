import * as z from "zod/mini";
import type { Named } from "@/lib/domain/named";
import { idSchema } from "@/lib/domain/nodes/schema";
import type { Definition } from "@/lib/domain/registries/schema";
import { type Asked, askedOf } from "@/lib/domain/registry-test/asked";

/** `revision` is the number of one of the group's configuration, the newest when left out; `nodes` are those that were looked at. */
export const reachPushSchema = z.strictObject({
  groupId: idSchema,
  revision: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000))),
  nodes: z.array(idSchema).check(z.minLength(1), z.maxLength(5000)),
});
export type ReachPush = z.infer<typeof reachPushSchema>;

/** Of the endpoints of a file no more are asked; the first ones are those that most pulls begin with. */
export const mostEndpoints = 16;

/** Where endpoints of the wanted file answer: host and port, and the mirror that is the first to name them. */
export type ReachEndpoint = { authority: string; asked: Asked; mirror: string };

const authorityOf = ({ host, port }: Asked): string => `${host.includes(":") ? `[${host}]` : host}:${port}`;

/** Each host and port once, in the order of the file; an endpoint that is no URL is told by the linter. */
export function endpointsOf({ mirrors }: Pick<Definition, "mirrors">): ReachEndpoint[] {
  const found = new Map<string, ReachEndpoint>();
  for (const { name, endpoints } of mirrors ?? [])
    for (const { url } of endpoints ?? []) {
      const asked = askedOf(url);
      const authority = asked && authorityOf(asked);
      if (authority && !found.has(authority)) found.set(authority, { authority, asked, mirror: name });
    }
  return [...found.values()];
}

/** Why an endpoint gives no answer to a node. */
export const silences = ["refused", "unreachable", "timeout", "name", "failed"] as const;
export type Silence = (typeof silences)[number];

/** Why nothing can be told: of one endpoint on a node, or of all of them there. */
export const unsaids = ["proxy", "forwarding", "resolver", "address", "connection", "time"] as const;
export type Unsaid = (typeof unsaids)[number];

/** What one node got from one endpoint; `answers` takes part in nothing but a connection. */
export type ReachAnswer = "answers" | Silence | Unsaid;

/** One node with its answers, in the order of the endpoints. */
export type NodeReach = { node: Named; answers: readonly ReachAnswer[] };

export type ReachReport = {
  /** Host and port of all that were asked about. */
  endpoints: string[];
  /** How many more the file names. */
  left: number;
  /** Nodes that could ask at least one endpoint. */
  asked: number;
  /** No answer: which endpoint, why, on which of how many nodes that asked it. */
  silent: { endpoint: string; mirror: string; why: Silence; of: number; nodes: Named[] }[];
  /** Nodes of which something cannot be told, by the reason. */
  unsaid: { why: Unsaid; nodes: Named[] }[];
};

const isSilence = (answer: ReachAnswer | undefined): answer is Silence =>
  (silences as readonly string[]).includes(answer ?? "");
const isSaid = (answer: ReachAnswer | undefined): boolean => answer === "answers" || isSilence(answer);

/** Puts equal answers together: an endpoint is named once for each reason, with the nodes it is silent to. */
export function toReachReport(
  all: readonly ReachEndpoint[],
  asked: readonly ReachEndpoint[],
  reached: readonly NodeReach[],
): ReachReport {
  const silent = asked.flatMap(({ authority, mirror }, at) => {
    const of = reached.filter(({ answers }) => isSaid(answers[at])).length;
    return silences.flatMap((why) => {
      const nodes = reached.flatMap(({ node, answers }) => (answers[at] === why ? [node] : []));
      return nodes.length === 0 ? [] : [{ endpoint: authority, mirror, why, of, nodes }];
    });
  });
  const unsaid = unsaids.flatMap((why) => {
    const nodes = reached.flatMap(({ node, answers }) => (answers.includes(why) ? [node] : []));
    return nodes.length === 0 ? [] : [{ why, nodes }];
  });
  return {
    endpoints: asked.map(({ authority }) => authority),
    left: all.length - asked.length,
    asked: reached.filter(({ answers }) => answers.some(isSaid)).length,
    silent: silent.sort((one, other) => other.nodes.length - one.nodes.length),
    unsaid,
  };
}

/** Endpoints that at least one of these nodes gets no answer from, each once, in the order of the report. */
export function silentTo({ silent }: Pick<ReachReport, "silent">, nodeIds: readonly string[]): string[] {
  const asked = new Set(nodeIds);
  const found = silent.filter(({ nodes }) => nodes.some(({ id }) => asked.has(id)));
  return [...new Set(found.map(({ endpoint }) => endpoint))];
}

/** An image that a pull through a mirror can be tried with; a star stands for any registry, so there is none. */
export const imageOf = (mirror: string): string | null =>
  mirror === "*" ? null : `${mirror}/library/busybox:latest`;
