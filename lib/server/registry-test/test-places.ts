import "server-only";
import { holds } from "@/lib/domain/people/roles";
import type { TestPlaces } from "@/lib/domain/registry-test/places";
import type { Actor } from "@/lib/server/auth/actor";
import { listGroups } from "@/lib/server/groups/queries";
import { listNodes } from "@/lib/server/nodes/queries";

/** From where this person may test: without the right to push, from the server alone. */
export async function getTestPlaces(actor: Actor): Promise<TestPlaces> {
  const mayTest = holds(actor, "registries:test");
  const mayAskNodes = holds(actor, "pushes:write") && holds(actor, "nodes:write");
  if (!mayTest || !mayAskNodes) return { mayTest, nodes: [], groups: [] };
  const [nodes, groups] = await Promise.all([listNodes(actor), listGroups(actor)]);
  return {
    mayTest,
    nodes: nodes.map(({ id, name, group }) => ({ id, name, groupId: group?.id ?? null })),
    groups: groups.map(({ id, name, configuration }) => ({
      id,
      name,
      configurationId: configuration?.id ?? null,
    })),
  };
}
