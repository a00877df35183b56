import { afterAll, beforeAll } from "vitest";
import type { RegistryTestResult } from "@/lib/domain/registry-test/result";
import type { TestTarget } from "@/lib/domain/registry-test/schema";
import { testRegistry } from "@/lib/server/registry-test/test-registry";
import type { World } from "@/lib/server/registry-test/world";
import { passwordLogin, registerNode } from "@/tests/support/fixtures";
import type { NodeSpec } from "@/tests/support/nodes/node-spec";
import { passwordOf, startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { admin } from "@/tests/support/pushes";
import { draft, sayAll, someone } from "./ask";

type Given = Omit<Partial<TestTarget>, "tls"> & { tls?: Partial<TestTarget["tls"]> };

/** Real nodes for one test file, registered with root's password, and a test of a registry from each. */
export function fleetOf(specs: readonly (NodeSpec & { name: string })[]) {
  const ids = new Map<string, string>();
  let fleet: TestFleet;
  beforeAll(async () => {
    fleet = await startNodes(specs);
    const { id: sshCredentialId } = await passwordLogin("root", passwordOf("root"), admin);
    for (const node of fleet.nodes)
      ids.set(node.name, (await registerNode(node, { sshCredentialId }, admin)).id);
  });
  afterAll(() => fleet.stop());
  const idOf = (name: string) => ids.get(name) ?? name;
  return {
    machine: (name: string) => fleet.get(name),
    idOf,
    /** Tests an address from a node as an operator who has not tested before. */
    async askFrom(name: string, given: Given, world: Partial<World> = {}): Promise<RegistryTestResult> {
      const input = { ...draft(given), nodeId: idOf(name) };
      const result = await testRegistry(input, someone(), { allowLoopback: true, ...world });
      sayAll(result);
      return result;
    },
  };
}
