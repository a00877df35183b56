import "server-only";
import { type ProjectAnswer, type RobotAnswer, robotSchema } from "@/lib/domain/harbor/answers";
import type { HarborFault, RobotLists } from "@/lib/domain/harbor/reading";
import { inParallel } from "@/lib/domain/in-parallel";
import { ok, type Result } from "@/lib/domain/result";
import type { HarborLine } from "./api";
import { listIfAllowed } from "./list";

/** Each project's robots are a request of their own. */
const maxProjects = 20;
const atOnce = 4;

/** Proxy caches first: they are what is looked for. */
const inOrder = (projects: readonly ProjectAnswer[]) =>
  projects.toSorted((one, other) => Number(Boolean(other.registry_id)) - Number(Boolean(one.registry_id)));

const ownPath = (projectId: number) =>
  `/robots?q=${encodeURIComponent(`Level=project,ProjectID=${projectId}`)}`;

type RobotsByProject = (project: ProjectAnswer) => RobotLists;

const hidden: RobotsByProject = () => ({ system: null, own: null });

/**
 * The robot accounts of the system, and those of the first projects. `/robots` lists the first kind by itself and the
 * second by `q`; both need rights that a robot account seldom has (src/server/v2.0/handler/robot.go, Harbor v2.16.0).
 */
export async function readRobots(
  line: HarborLine,
  projects: readonly ProjectAnswer[],
): Promise<Result<RobotsByProject, HarborFault>> {
  if (line.authorization === null) return ok(hidden);
  const system = await listIfAllowed(line, "/robots", robotSchema);
  if (!system.ok) return system;
  const asked = inOrder(projects).slice(0, maxProjects);
  const lists = await inParallel(asked, atOnce, ({ project_id }) =>
    listIfAllowed(line, ownPath(project_id), robotSchema),
  );
  const own = new Map<number, RobotAnswer[] | null>();
  for (const [index, list] of lists.entries()) {
    if (!list.ok) return list;
    own.set(asked[index]?.project_id ?? 0, list.value);
  }
  return ok(({ project_id }) => {
    const list = own.get(project_id);
    return { system: system.value, own: list === undefined ? "not-asked" : list };
  });
}
