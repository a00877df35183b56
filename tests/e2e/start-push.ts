import { apis } from "@/lib/domain/paths";
import { defaultPushOptions } from "@/lib/domain/pushes/options";
import type { PushReview } from "@/lib/domain/pushes/review";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { passwordOf, type TestFleet } from "@/tests/support/nodes/start-nodes";
import type { OwnServer } from "./own-server";

type Made = { id: string };

const definitionWith = (url: string) => ({
  ...emptyDefinition,
  mirrors: [{ name: "docker.io", note: "", endpoints: [{ url, note: "" }], rewrites: null, extras: [] }],
});

export type Furnished = { configurationId: string; groupId: string };

/** Registers the machines, trusts them, and puts them into a group with a configuration of this mirror. */
export async function furnish(server: OwnServer, fleet: TestFleet, url: string): Promise<Furnished> {
  const login = { kind: "password", name: "root", username: "root", password: passwordOf("root") };
  const { id: sshCredentialId } = await server.call<Made>("POST", apis.sshCredentials(), login);
  const nodeIds: string[] = [];
  for (const { name, host, port, hostKey } of fleet.nodes) {
    const node = await server.call<Made>("POST", apis.nodes(), {
      name,
      host,
      port,
      username: "root",
      sshCredentialId,
    });
    await server.call("POST", apis.nodeHostKey(node.id), { fingerprint: hostKey.fingerprint });
    nodeIds.push(node.id);
  }
  const configuration = { name: "all", definition: definitionWith(url) };
  const { id: configurationId } = await server.call<Made>("POST", apis.configurations(), configuration);
  const group = { name: "all", configurationId, nodeIds };
  const { id: groupId } = await server.call<Made>("POST", apis.groups(), group);
  return { configurationId, groupId };
}

/** Saves the next revision with another mirror. */
export const saveNext = (server: OwnServer, id: string, next: { baseNumber: number; url: string }) =>
  server.call("POST", apis.configurationRevisions(id), {
    baseNumber: next.baseNumber,
    definition: definitionWith(next.url),
  });

/** Reviews a push of the newest revision and starts it. */
export async function startReviewed(server: OwnServer, groupId: string): Promise<string> {
  const review = await server.call<PushReview>("POST", apis.reviewPush(), { groupId });
  const started = await server.call<Made>("POST", apis.pushes(), {
    groupId,
    revisionId: review.revision.id,
    wantedDigest: review.wantedDigest,
    nodes: review.nodes.map(({ nodeId, reviewed }) => ({ nodeId, reviewed })),
    options: { ...defaultPushOptions, canary: false, ramp: ["100%"], watchSeconds: 1, outageAccepted: true },
  });
  return started.id;
}

/** Furnishes a server with the machines and starts a push to all of them. */
export const startPush = async (server: OwnServer, fleet: TestFleet, url: string): Promise<string> =>
  startReviewed(server, (await furnish(server, fleet, url)).groupId);
