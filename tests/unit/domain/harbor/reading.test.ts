import { describe, expect, it } from "vitest";
import { infoSchema, projectSchema, registrySchema, robotSchema } from "@/lib/domain/harbor/answers";
import { projectOf } from "@/lib/domain/harbor/reading";

const project = (more: object = {}) =>
  projectSchema.parse({ project_id: 2, name: "hub", registry_id: 7, ...more });
const registries = [
  registrySchema.parse({ id: 7, name: "Hub", type: "docker-hub", url: "https://hub.docker.com" }),
];
const nothing = { system: null, own: null };
const robot = (name: string, ...namespaces: string[]) =>
  robotSchema.parse({ name, permissions: namespaces.map((namespace) => ({ kind: "project", namespace })) });
const namesOf = (shown: ReturnType<typeof projectOf>) =>
  shown.robots.state === "seen" ? shown.robots.list.map(({ name }) => name) : shown.robots.state;

describe("a project", () => {
  it("is a proxy cache when it names a registry, visible or not", () => {
    expect(projectOf(project(), registries, nothing).proxy).toEqual({ name: "Hub", registry: "docker.io" });
    expect(projectOf(project(), null, nothing).proxy).toEqual({ name: "", registry: null });
    expect(projectOf(project({ registry_id: 9 }), registries, nothing).proxy).toEqual({
      name: "",
      registry: null,
    });
    for (const registry_id of [0, null, undefined])
      expect(projectOf(project({ registry_id }), registries, nothing).proxy).toBeNull();
  });

  it.each([
    [{ public: "true" }, true],
    [{ public: "false" }, false],
    [{}, false],
    [null, false],
  ])("with %j is open to all: %s", (metadata, isPublic) => {
    expect(projectOf(project({ metadata }), null, nothing).isPublic).toBe(isPublic);
  });
});

describe("robot accounts", () => {
  it("are its own, and those of the system that are allowed into it", () => {
    const system = [
      robot("everywhere", "*"),
      robot("elsewhere", "other"),
      robot("here", "other", "hub"),
      robot("none"),
    ];
    expect(namesOf(projectOf(project(), null, { system, own: [robot("own")] }))).toEqual([
      "own",
      "everywhere",
      "here",
    ]);
    expect(namesOf(projectOf(project(), null, { system, own: null }))).toEqual(["everywhere", "here"]);
  });

  it("begin with those that end first, and are a hundred at most", () => {
    const ends = (name: string, expires_at: number) => robotSchema.parse({ name, expires_at });
    const own = [ends("never", -1), ends("late", 2_000_000_000), ends("early", 1_700_000_000)];
    expect(namesOf(projectOf(project(), null, { system: null, own }))).toEqual(["early", "late", "never"]);
    const many = Array.from({ length: 500 }, () => ends("never", -1));
    expect(namesOf(projectOf(project(), null, { system: null, own: [...many, ...own] }))).toHaveLength(100);
  });

  it("tell whether nobody looked or nobody may look", () => {
    expect(namesOf(projectOf(project(), null, nothing))).toBe("hidden");
    expect(namesOf(projectOf(project(), null, { system: [], own: "not-asked" }))).toBe("not-asked");
    expect(namesOf(projectOf(project(), null, { system: [], own: null }))).toEqual([]);
  });
});

describe("what Harbor answers", () => {
  it("takes no robot that lists rights without an end", () => {
    const endless = Array.from({ length: 2001 }, () => ({ kind: "project", namespace: "a" }));
    expect(robotSchema.safeParse({ name: "robot$a", permissions: endless }).success).toBe(false);
    expect(robotSchema.safeParse({ name: "robot$a", permissions: endless.slice(1) }).success).toBe(true);
    const long = [{ kind: "project", namespace: "x".repeat(256) }];
    expect(robotSchema.safeParse({ name: "robot$a", permissions: long }).success).toBe(false);
  });

  it("keeps nothing but what is read, and no character that moves a line", () => {
    const secret = { name: "robot$\u202ea\u0000", secret: "s3cret", permissions: null };
    expect(robotSchema.parse(secret)).toEqual({
      name: "robot$ a ",
      disable: false,
      expires_at: -1,
      permissions: null,
    });
    expect(
      infoSchema.parse({ auth_mode: "db_auth", harbor_version: "v".repeat(999) }).harbor_version,
    ).toHaveLength(255);
  });

  it.each([
    {},
    { project_id: "1", name: "a" },
    { project_id: 0, name: "a" },
    { project_id: 1, name: "a/../b" },
  ])("is no project: %j", (entry) => {
    expect(projectSchema.safeParse(entry).success).toBe(false);
  });
});
