import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { NodeView } from "@/lib/domain/nodes/views";
import type { StartPush } from "@/lib/domain/pushes/review";
import { isAllAtOnce, isNameTyped } from "@/lib/domain/pushes/strategy";

/**
 * With nothing that goes first, a mistake reaches every node before anybody sees it. So this is no way for servers,
 * nor for nodes that may be some, and whoever takes it names the group.
 */
export function refuseAllAtOnce(
  { options, typedName }: StartPush,
  chosen: readonly NodeView[],
  groupName: string,
): void {
  if (!isAllAtOnce(options)) return;
  const servers = chosen.filter(({ check }) => check?.facts?.role !== "agent");
  const names = servers.slice(0, 5).map(({ name }) => name);
  if (servers.length > 0)
    throw new AppError("invalid", "serversAtOnce", {
      params: { count: servers.length, names: names.join(", ") },
    });
  if (!isNameTyped(typedName ?? "", groupName))
    throw new AppError("invalid", "groupNameNotTyped", { params: { name: groupName } });
}
