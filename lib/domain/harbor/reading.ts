import type { TestFault, TestParams, TestRemark } from "@/lib/domain/registry-test/result";
import type { ProjectAnswer, RegistryAnswer, RobotAnswer } from "./answers";
import { registryOfUpstream } from "./upstream";

/** Why Harbor could not be read, besides what a test of a registry knows. */
export const harborFaults = ["not-harbor", "login-not-taken", "not-allowed", "answer-too-long"] as const;
export type HarborFault = TestFault | { code: (typeof harborFaults)[number]; params: TestParams };

export const harborFault = (code: (typeof harborFaults)[number], params: TestParams): HarborFault => ({
  code,
  params,
});

export type HarborRobot = { name: string; disabled: boolean; expiresAt: string | null };

/** `hidden`: this login may not list them. `not-asked`: there are too many projects to ask for each. */
type HarborRobots = { state: "seen"; list: HarborRobot[] } | { state: "hidden" | "not-asked" };

/** What a proxy cache stands before; `registry` is null where that is not visible or has no name in images. */
type HarborProxy = { name: string; registry: string | null };

export type HarborProject = {
  id: number;
  name: string;
  isPublic: boolean;
  proxy: HarborProxy | null;
  robots: HarborRobots;
};

export type HarborReading = {
  version: string | null;
  projects: HarborProject[];
  /** There are more projects than were read. */
  cut: boolean;
  /** Projects whose entries could not be understood. */
  unread: number;
};

export type HarborAnswer = {
  url: string;
  measuredAt: string;
  remarks: TestRemark[];
  /** Whom it was asked as; `none` also where a stored login may not go there. */
  access: "none" | "stored" | "typed";
} & ({ reading: HarborReading } | { fault: HarborFault });

/** The last second that a date of JavaScript can hold. */
const lastSecond = 8_640_000_000_000;

export const robotOf = ({ name, disable, expires_at }: RobotAnswer): HarborRobot => ({
  name,
  disabled: disable,
  expiresAt: expires_at > 0 && expires_at <= lastSecond ? new Date(expires_at * 1000).toISOString() : null,
});

const covers = ({ permissions }: RobotAnswer, project: string) =>
  permissions?.some(({ kind, namespace }) => kind === "project" && ["*", project].includes(namespace)) ??
  false;

/** Enough to see what ends soon; a stranger's list may be without an end. */
const mostRobots = 100;

const never = "9999";
const byEnd = (one: HarborRobot, other: HarborRobot) =>
  (one.expiresAt ?? never).localeCompare(other.expiresAt ?? never);

export type RobotLists = { system: RobotAnswer[] | null; own: RobotAnswer[] | null | "not-asked" };

/** The robot accounts that reach a project: its own, and those of the system that are allowed into it. */
function robotsOf(project: string, { system, own }: RobotLists): HarborRobots {
  if (own === "not-asked") return { state: "not-asked" };
  if (own === null && system === null) return { state: "hidden" };
  const list = [...(own ?? []), ...(system ?? []).filter((robot) => covers(robot, project))].map(robotOf);
  return { state: "seen", list: list.toSorted(byEnd).slice(0, mostRobots) };
}

/** One project as it is shown. `registries` is null where this login may not list them. */
export function projectOf(
  { project_id, name, registry_id, metadata }: ProjectAnswer,
  registries: readonly RegistryAnswer[] | null,
  robots: RobotLists,
): HarborProject {
  const upstream = registries?.find(({ id }) => id === registry_id);
  const proxy = upstream
    ? { name: upstream.name, registry: registryOfUpstream(upstream) }
    : { name: "", registry: null };
  return {
    id: project_id,
    name,
    isPublic: metadata?.public === "true",
    proxy: registry_id ? proxy : null,
    robots: robotsOf(name, robots),
  };
}
