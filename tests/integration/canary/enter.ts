import { enterFiles, enterLogins, enterNodes, enterReplacement, pushFile } from "./enter-fleet";
import { enterPeople, setUp } from "./enter-people";
import { enterCertificate, enterRegistries } from "./enter-registries";
import { operator, type Stage } from "./operator";

/** Enters each secret at its place, as people do, and tells those that Pullpath made of its own, too. */
export async function enterSecrets(stage: Stage) {
  const entering = operator(stage);
  await setUp(entering);
  await enterPeople(entering);
  await enterRegistries(entering);
  await enterCertificate(entering);
  const sshCredentialId = await enterLogins(entering);
  const nodeId = await enterNodes(entering, sshCredentialId);
  await enterReplacement(entering, sshCredentialId);
  const { id: configurationId, yaml } = await enterFiles(entering, nodeId);
  await pushFile(entering, configurationId, nodeId);
  const { secrets, session } = entering;
  return { secrets, cookie: session.cookie, configurationId, yaml };
}

export type Entered = Awaited<ReturnType<typeof enterSecrets>>;
