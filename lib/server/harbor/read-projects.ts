import "server-only";
import { infoSchema, projectSchema, registrySchema } from "@/lib/domain/harbor/answers";
import { type HarborFault, type HarborReading, harborFault, projectOf } from "@/lib/domain/harbor/reading";
import { fail, ok, type Result } from "@/lib/domain/result";
import { getFromHarbor, type HarborLine } from "./api";
import { listFromHarbor, listIfAllowed } from "./list";
import { readRobots } from "./robots";

const infoPath = "/systeminfo";

/** Asks without a login first, so that a login is sent only to what answers as Harbor does. */
async function isHarbor(line: HarborLine): Promise<Result<true, HarborFault>> {
  const answer = await getFromHarbor({ ...line, authorization: null }, infoPath);
  if (!answer.ok) return answer;
  const { host } = line.at;
  return infoSchema.safeParse(answer.value.json).success
    ? ok(true)
    : fail(harborFault("not-harbor", { host, status: 200 }));
}

/**
 * The version, which is told only to whoever is logged in. A wrong login is not refused by Harbor, but treated as none
 * (src/server/middleware/security, Harbor v2.16.0), so this is how it shows.
 */
async function readVersion(line: HarborLine): Promise<Result<string | null, HarborFault>> {
  if (line.authorization === null) return ok(null);
  const answer = await getFromHarbor(line, infoPath);
  const notTaken = fail(harborFault("login-not-taken", { host: line.at.host }));
  if (!answer.ok) return answer.error.code === "not-allowed" ? notTaken : answer;
  const info = infoSchema.safeParse(answer.value.json);
  return info.success && info.data.harbor_version ? ok(info.data.harbor_version) : notTaken;
}

/** The projects that a login may see, with what each proxy cache stands before and the robot accounts of each. */
export async function readProjects(line: HarborLine): Promise<Result<HarborReading, HarborFault>> {
  const found = await isHarbor(line);
  if (!found.ok) return found;
  const version = await readVersion(line);
  if (!version.ok) return version;
  const projects = await listFromHarbor(line, "/projects?with_detail=false", projectSchema);
  if (!projects.ok) return projects;
  const registries =
    line.authorization === null ? ok(null) : await listIfAllowed(line, "/registries", registrySchema);
  if (!registries.ok) return registries;
  const { items, cut, unread } = projects.value;
  const robots = await readRobots(line, items);
  if (!robots.ok) return robots;
  return ok({
    version: version.value,
    projects: items.map((project) => projectOf(project, registries.value, robots.value(project))),
    cut,
    unread,
  });
}
