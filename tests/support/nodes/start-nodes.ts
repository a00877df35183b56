import { randomInt } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type KeyPair, makeKeyPair } from "./host-key";
import { type NodeSpec, type ResolvedSpec, resolveSpec } from "./node-spec";
import { findObstacle } from "./preflight";
import { port, writeSeed } from "./seed";
import { TestNode } from "./test-node";
import { waitFor } from "./wait-for";

export type TestUser = "root" | "ops" | "deploy" | "guest";

export interface TestFleet {
  nodes: TestNode[];
  /** Key that every user of every node accepts. */
  userKey: KeyPair;
  /** The node of that name. */
  get(name: string): TestNode;
  stop(): Promise<void>;
}

export interface FleetOptions {
  /** Wait until the enabled service of every node has started once. */
  waitForService?: boolean;
}

export function passwordOf(user: TestUser): string {
  return `${user}-password`;
}

/** Starts one node on a loopback address of its own. */
async function startNode(folder: string, spec: ResolvedSpec, userKey: KeyPair): Promise<TestNode> {
  const host = `127.${randomInt(16, 250)}.${randomInt(1, 250)}.${randomInt(1, 250)}`;
  const hostKey = makeKeyPair(spec.name);
  const seed = await writeSeed({ folder, spec, address: host, hostKey, userKey });
  return new TestNode({ spec, host, port, hostKey, seed });
}

async function waitForService(node: TestNode): Promise<void> {
  if (node.spec.distribution === "none" || !node.spec.enabled) return;
  const first = `/run/played/units/${node.unit}/first`;
  await waitFor(() => node.exists(first), { what: `${node.unit} on ${node.name} to start` });
}

/** Starts real test nodes side by side. Needs root on Linux; says in its error what is missing. */
export async function startNodes(
  specs: readonly NodeSpec[],
  { waitForService: wait = true }: FleetOptions = {},
): Promise<TestFleet> {
  const obstacle = findObstacle();
  if (obstacle) throw new Error(obstacle);
  const folder = await mkdtemp(join(tmpdir(), "pullpath-nodes-"));
  await chmod(folder, 0o755);
  const userKey = makeKeyPair("pullpath-test");
  const nodes: TestNode[] = [];
  const stop = async () => {
    await Promise.all(nodes.map((node) => node.end()));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for (const [index, spec] of specs.entries()) {
      nodes.push(await startNode(folder, resolveSpec(spec, spec.name ?? `node-${index + 1}`), userKey));
    }
    await Promise.all(nodes.map((node) => node.boot()));
    if (wait) await Promise.all(nodes.map(waitForService));
  } catch (error) {
    await stop();
    throw error;
  }
  const get = (name: string) => {
    const node = nodes.find((candidate) => candidate.name === name);
    if (!node) throw new Error(`No test node is called ${name}`);
    return node;
  };
  return { nodes, userKey, get, stop };
}
