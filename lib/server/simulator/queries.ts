import "server-only";
import { proxyOfPulls } from "@/lib/domain/nodes/proxies";
import type { NodeView } from "@/lib/domain/nodes/views";
import type { SimulatorData, SimulatorNode } from "@/lib/domain/simulator/views";
import type { Actor } from "@/lib/server/auth/actor";
import { listCertificates } from "@/lib/server/certificates/queries";
import { listConfigurations } from "@/lib/server/configurations/queries";
import { listCredentials } from "@/lib/server/credentials/queries";
import { listGroups } from "@/lib/server/groups/queries";
import { listNodes } from "@/lib/server/nodes/queries";
import { targetOf } from "@/lib/server/pushes/node-target";

const flagOf = ({ check }: NodeView) => check?.facts?.flags.embeddedRegistry ?? false;

/** Clusters with an embedded registry. Servers say it by their own flag, and agents learn it from them. */
function sharingClusters(nodes: readonly NodeView[]): ReadonlySet<string> {
  const servers = nodes.filter(
    (node) => node.cluster?.confirmed && node.check?.facts?.role === "server" && flagOf(node),
  );
  return new Set(servers.flatMap(({ cluster }) => (cluster ? [cluster.id] : [])));
}

function factsOf(node: NodeView, sharing: ReadonlySet<string>): SimulatorNode["facts"] {
  const facts = node.check?.facts;
  if (!facts) return null;
  const isAgent = facts.role !== "server" && node.cluster?.confirmed === true;
  const embedded = flagOf(node) || (isAgent && sharing.has(node.cluster?.id ?? ""));
  return {
    target: targetOf(facts, embedded),
    foreignRuntime: facts.flags.foreignRuntime,
    proxy: proxyOfPulls(facts),
    seenAt: node.check?.seenAt ?? null,
  };
}

const listSimulatorNodes = async (actor: Actor): Promise<SimulatorNode[]> => {
  const [nodes, groups] = await Promise.all([listNodes(actor), listGroups(actor)]);
  const configurations = new Map(groups.map(({ id, configuration }) => [id, configuration?.id ?? null]));
  const sharing = sharingClusters(nodes);
  return nodes.map((node) => ({
    id: node.id,
    name: node.name,
    configurationId: configurations.get(node.group?.id ?? "") ?? null,
    facts: factsOf(node, sharing),
  }));
};

const listAllConfigurations = async (actor: Actor): Promise<SimulatorData["configurations"]> => {
  const lists = await Promise.all([false, true].map((archived) => listConfigurations(actor, { archived })));
  return lists.flat().map(({ id, name, revision, archivedAt }) => ({
    id,
    name,
    newest: revision.number,
    archived: archivedAt !== null,
  }));
};

/** All a simulation can be made of, but for the files themselves. */
export const getSimulatorData = async (actor: Actor): Promise<SimulatorData> => {
  const [configurations, nodes, credentials, certificates] = await Promise.all([
    listAllConfigurations(actor),
    listSimulatorNodes(actor),
    listCredentials(actor),
    listCertificates(actor),
  ]);
  const paths = certificates.flatMap(({ name, slug, paths: { crt, key } }) =>
    [crt, key].flatMap((path) => (path ? [{ path, name, slug }] : [])),
  );
  return {
    configurations,
    nodes,
    credentialNames: Object.fromEntries(credentials.map(({ slug, name }) => [slug, name])),
    certificateNames: Object.fromEntries(paths.map(({ path, name }) => [path, name])),
    certificateSlugs: Object.fromEntries(paths.map(({ path, slug }) => [path, slug])),
  };
};
