import { apis } from "@/lib/domain/paths";
import { defaultPushOptions } from "@/lib/domain/pushes/options";
import type { PushReview } from "@/lib/domain/pushes/review";
import { emptyDefinition } from "@/lib/domain/registries/schema";
import { passwordOf, type TestFleet } from "@/tests/support/nodes/start-nodes";
import type { OwnServer } from "./own-server";

type Made = { id: string };

/** Registers the machines, trusts them, and starts a push of a file with this mirror to all of them. */
export async function startPush(server: OwnServer, fleet: TestFleet, url: string): Promise<string> {
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
  const mirrors = [
    { name: "docker.io", note: "", endpoints: [{ url, note: "" }], rewrites: null, extras: [] },
  ];
  const definition = { ...emptyDefinition, mirrors };
  const { id: configurationId } = await server.call<Made>("POST", apis.configurations(), {
    name: "all",
    definition,
  });
  const { id: groupId } = await server.call<Made>("POST", apis.groups(), {
    name: "all",
    configurationId,
    nodeIds,
  });
  const review = await server.call<PushReview>("POST", apis.reviewPush(), { groupId });
  const started = await server.call<Made>("POST", apis.pushes(), {
    groupId,
    revisionId: review.revision.id,
    wantedDigest: review.wantedDigest,
    nodes: review.nodes.map(({ nodeId, reviewed }) => ({ nodeId, reviewed })),
    options: { ...defaultPushOptions, canary: false, watchSeconds: 1 },
  });
  return started.id;
}
