import "server-only";
import type { NodeFault } from "@/lib/domain/nodes/views";
import { type Asked, askedOf, urlOf } from "@/lib/domain/registry-test/asked";
import { fault, type TestRemark } from "@/lib/domain/registry-test/result";
import type { TestTarget } from "@/lib/domain/registry-test/schema";
import type { Actor } from "@/lib/server/auth/actor";
import { SshFault } from "@/lib/server/ssh/fault";
import { findNode, withNode } from "./from-node";
import { openTargetWithSecrets } from "./open-target";
import { proxyFor } from "./proxy";
import { failed, StepLog } from "./steps";
import { recordUses } from "./used-secret";
import type { NodeSide, Vantage } from "./vantage";
import { type Walked, walk } from "./walk";
import { type World, worldWith } from "./world";

/** What came of a test; `fault` is why the node that should ask could not. */
export type Ran = {
  url: string;
  host: string;
  walked: Walked;
  remarks: TestRemark[];
  fault: NodeFault | null;
};

const nothing = (): Walked => ({ steps: new StepLog().results(), chain: [] });

async function unusable(): Promise<Walked> {
  const log = new StepLog();
  await log.take("dns", async () => ({ told: failed(fault("address-unusable")) }));
  return { steps: log.results(), chain: [] };
}

/** What a pull from the node meets and the test did not. */
function remarksOf({ node, roots, environment }: NodeSide, asked: Asked): TestRemark[] {
  const proxy = proxyFor(asked, environment);
  return [
    ...(asked.secure && roots.length === 0
      ? [{ code: "no-system-roots" as const, params: { node: node.name } }]
      : []),
    ...(proxy === null ? [] : [{ code: "proxy" as const, params: { node: node.name, proxy } }]),
  ];
}

type Question = { target: TestTarget; asked: Asked; actor: Actor };

async function ask({ target, asked, actor }: Question, { world, side }: Vantage): Promise<Ran> {
  const { tls, login, used, remarks } = await openTargetWithSecrets(target, side);
  const node = side?.node ?? null;
  await recordUses(actor, used, { for: "registry-test", host: asked.authority, node });
  return {
    url: urlOf(asked),
    host: asked.authority,
    walked: await walk({ asked, tls, login }, world),
    remarks: [...remarks, ...(side ? remarksOf(side, asked) : [])],
    fault: null,
  };
}

/** The files that a test takes from a node. */
function pathsOf({ tls: { ca, client } }: TestTarget): string[] {
  const files = [ca, client?.certificate, client?.key];
  return files.flatMap((file) => (file?.kind === "path" ? [file.path] : []));
}

async function askFromNode(question: Question, nodeId: string, given: Partial<World>): Promise<Ran> {
  const { asked, target } = question;
  const node = await findNode(nodeId);
  try {
    return await withNode({ node, paths: pathsOf(target), given }, (vantage) => ask(question, vantage));
  } catch (error) {
    if (!(error instanceof SshFault)) throw error;
    const why = { code: error.fault, params: { ...error.params } };
    return { url: urlOf(asked), host: asked.authority, walked: nothing(), remarks: [], fault: why };
  }
}

/** Asks a registry from this server, or from the node with that id. */
export async function runTest(
  { target, actor, nodeId }: { target: TestTarget; actor: Actor; nodeId: string | undefined },
  given: Partial<World>,
): Promise<Ran> {
  const asked = askedOf(target.url);
  if (!asked) return { url: "", host: "", walked: await unusable(), remarks: [], fault: null };
  const question = { target, asked, actor };
  return nodeId === undefined
    ? ask(question, { world: worldWith(given), side: null })
    : askFromNode(question, nodeId, given);
}
