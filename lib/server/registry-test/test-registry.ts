import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { Named } from "@/lib/domain/named";
import type { RegistryTestResult } from "@/lib/domain/registry-test/result";
import type { RegistryTestInput } from "@/lib/domain/registry-test/schema";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { withAllowedLogin, withLoginOfNode } from "./allow-login";
import { seenCertificate } from "./certificate-text";
import { findTarget } from "./find-target";
import { findNode } from "./from-node";
import { type Ran, runTest } from "./run-test";
import { paced } from "./throttle";
import type { World } from "./world";

/** Where the registry sends logins: a credential may have gone there as well. */
const loginHostOf = ({ walked: { steps } }: Ran) =>
  steps.find(({ note }) => note?.code === "asks-login")?.note?.params["tokenHost"];

const endOf = ({ walked: { steps } }: Ran) => steps.find(({ outcome }) => outcome === "failed");

/** Who asked may have gone; nothing is told then, but what was done stays on record. */
async function orStop(running: Promise<Ran>, actor: Actor, { signal }: Partial<World>): Promise<Ran> {
  const ran = await running.catch((error: unknown) => {
    if (!signal?.aborted) throw error;
    return null;
  });
  if (ran && !(ran.fault && signal?.aborted)) return ran;
  await recordAudit(db(), actor, { action: "registry.tested", result: "failed", detail: { stopped: true } });
  throw new AppError("unavailable", "testStopped");
}

async function record(ran: Ran, actor: Actor, node: Named | null): Promise<void> {
  const { url, host, fault } = ran;
  const end = endOf(ran);
  await recordAudit(db(), actor, {
    action: "registry.tested",
    target: { type: "registry", id: host, name: host },
    result: end || fault ? "failed" : "ok",
    detail: {
      url,
      loginHost: loginHostOf(ran),
      ...(node ? { node: node.name } : {}),
      ...(fault ? { nodeFault: fault.code } : {}),
      ...(end?.fault ? { step: end.step, fault: end.fault.code } : {}),
    },
  });
}

/**
 * Who asks from a node uses its login, its files and its place in the network. Those who push have all of it anyway:
 * what they push has the node ask any host, with any stored login and any file of the node. A token may push and yet not
 * have the right to nodes.
 */
function authorizeTest({ nodeId }: RegistryTestInput, actor: Actor): void {
  authorize(actor, "registries:test");
  if (nodeId === undefined) return;
  authorize(actor, "pushes:write");
  authorize(actor, "nodes:write");
}

/**
 * Asks a registry from this server or from a node the way containerd would: name, connection, TLS, API, login, and how
 * long each took. What is wrong comes back as codes; no answer of the registry and no secret does.
 */
export async function testRegistry(
  input: RegistryTestInput,
  actor: Actor,
  given: Partial<World> = {},
): Promise<RegistryTestResult> {
  authorizeTest(input, actor);
  return paced(actor.userId, async () => {
    const { nodeId } = input;
    const measuredAt = new Date().toISOString();
    const started = performance.now();
    const node = nodeId === undefined ? null : await findNode(nodeId);
    const found = await findTarget(input);
    const { target, remarks } = await (nodeId === undefined
      ? withAllowedLogin(found, actor)
      : withLoginOfNode(found, nodeId));
    const ran = await orStop(runTest({ target, actor, nodeId }, given), actor, given);
    await record(ran, actor, node);
    return {
      node: node && { id: node.id, name: node.name, fault: ran.fault },
      url: ran.url,
      measuredAt,
      ok: !endOf(ran) && ran.fault === null,
      ms: Math.round(performance.now() - started),
      steps: ran.walked.steps,
      certificates: ran.walked.chain.map(seenCertificate),
      remarks: [...remarks, ...ran.remarks],
    };
  });
}
