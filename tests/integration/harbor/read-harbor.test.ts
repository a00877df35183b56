import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { HarborAccess } from "@/lib/domain/harbor/schema";
import { createCertificate } from "@/lib/server/certificates/create-certificate";
import { createCredential } from "@/lib/server/credentials/create-credential";
import { readHarbor } from "@/lib/server/harbor/read-harbor";
import type { World } from "@/lib/server/registry-test/world";
import { makeAuthority } from "@/tests/integration/registry-test/certificates";
import { serveTls } from "@/tests/integration/registry-test/servers";
import { actorWith } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { admin, content, member, robot } from "./content";
import { type Asked, asHarbor, basic, type HarborContent, type Person } from "./stand-in";

temporaryDatabase();

const made = makeAuthority();
const authority = made.authority("ca", "/O=Corp/CN=Corp CA");
const pair = made.signed("harbor", { by: "ca", san: "DNS:harbor.corp" });
const here: Partial<World> = { lookup: async () => ["127.0.0.1"], allowLoopback: true };

beforeAll(async () => {
  await createCertificate(
    { name: "Corp CA", slug: "corp-ca", certificate: authority.cert },
    actorWith("editor"),
  );
  const { username, password } = robot;
  await createCredential(
    { name: "Robot", slug: "robot", fields: { username, password } },
    actorWith("editor"),
  );
  const fields = { identity_token: "an-identity" };
  await createCredential({ name: "Token", slug: "token", fields }, actorWith("editor"));
});

const typed = ({ username, password }: Person): HarborAccess => ({ kind: "typed", username, password });
const someone = () => actorWith("operator", { userId: randomUUID() });

async function readFrom(served: HarborContent, access: HarborAccess) {
  const asked: Asked = [];
  const address = `harbor.corp:${await serveTls(pair, asHarbor(served, asked))}`;
  return { asked, address, answer: await readHarbor({ address, access, ca: "corp-ca" }, someone(), here) };
}

const readingOf = ({ answer }: Awaited<ReturnType<typeof readFrom>>) => {
  if (!("reading" in answer)) throw new Error(`not read: ${answer.fault.code}`);
  return answer.reading;
};
const faultOf = ({ answer }: Awaited<ReturnType<typeof readFrom>>) =>
  "fault" in answer ? answer.fault : null;

describe("what an administrator sees", () => {
  it("is every project, what it caches, and the robot accounts that reach it", async () => {
    const read = await readFrom(content, typed(admin));
    const never = { name: "robot$pull", disabled: false, expiresAt: null };
    const other = { name: "robot$other", disabled: false, expiresAt: null };
    const ends = { name: "robot$quay-cache+nodes", disabled: false, expiresAt: "2026-12-10T00:00:00.000Z" };
    expect(read.answer).toMatchObject({ url: `https://${read.address}`, access: "typed", remarks: [] });
    expect(readingOf(read)).toEqual({
      version: "v2.16.0-c50c7ddd",
      cut: false,
      unread: 0,
      projects: [
        {
          id: 1,
          name: "library",
          isPublic: true,
          proxy: null,
          robots: { state: "seen", list: [never, other] },
        },
        {
          id: 2,
          name: "dockerhub",
          isPublic: true,
          proxy: { name: "Hub", registry: "docker.io" },
          robots: { state: "seen", list: [never] },
        },
        {
          id: 3,
          name: "quay-cache",
          isPublic: false,
          proxy: { name: "Quay", registry: "quay.io" },
          robots: { state: "seen", list: [ends, never] },
        },
      ],
    });
  });

  it("begins without the login, so that it goes only to what answers as Harbor", async () => {
    const { asked } = await readFrom(content, typed(admin));
    expect(asked[0]).toEqual({ path: "/api/v2.0/systeminfo", authorization: "" });
    expect(new Set(asked.slice(1).map(({ authorization }) => authorization))).toEqual(
      new Set([basic(admin)]),
    );
  });
});

describe("what others see", () => {
  it("without a login, is what is public, and nothing else is asked for", async () => {
    const read = await readFrom(content, { kind: "none" });
    expect(readingOf(read).projects.map(({ name, proxy, robots }) => [name, proxy, robots.state])).toEqual([
      ["library", null, "hidden"],
      ["dockerhub", { name: "", registry: null }, "hidden"],
    ]);
    expect(read.asked.map(({ path }) => path.replace(/\?.*/, ""))).toEqual([
      "/api/v2.0/systeminfo",
      "/api/v2.0/projects",
    ]);
  });

  it("as a robot account, is no list of robot accounts and no upstream", async () => {
    const { projects } = readingOf(await readFrom(content, { kind: "stored", credential: "robot" }));
    expect(projects.map(({ robots }) => robots.state)).toEqual(["hidden", "hidden", "hidden"]);
    expect(projects[2]?.proxy).toEqual({ name: "", registry: null });
  });

  it("as a member, is the robot accounts of the projects alone", async () => {
    const { projects } = readingOf(await readFrom(content, typed(member)));
    expect(
      projects.map(({ robots }) => (robots.state === "seen" ? robots.list.length : robots.state)),
    ).toEqual([0, 0, 1]);
  });
});

it("says when Harbor does not take the login, which it answers as if there were none", async () => {
  const read = await readFrom(content, { kind: "typed", username: "admin", password: "wrong" });
  expect(faultOf(read)).toEqual({ code: "login-not-taken", params: { host: "harbor.corp" } });
});

it("has no use for a token of a registry, and sends it nowhere", async () => {
  const read = await readFrom(content, { kind: "stored", credential: "token" });
  expect(faultOf(read)?.code).toBe("login-unusable");
  expect(read.asked).toEqual([]);
});

const many = (count: number): HarborContent => ({
  ...content,
  projects: Array.from({ length: count }, (_, index) => ({
    project_id: index + 1,
    name: `project-${index + 1}`,
    metadata: { public: "true" },
    ...(index + 1 === count ? { registry_id: 7 } : {}),
  })),
});

describe("long lists", () => {
  it("are read page by page", async () => {
    const read = await readFrom(many(230), { kind: "none" });
    expect(readingOf(read).projects).toHaveLength(230);
    expect(readingOf(read).cut).toBe(false);
    expect(read.asked.filter(({ path }) => path.includes("/projects")).map(({ path }) => path)).toEqual(
      [1, 2, 3].map((page) => `/api/v2.0/projects?with_detail=false&page=${page}&page_size=100`),
    );
  });

  it("end after ten pages and say so", async () => {
    const read = await readFrom(many(1001), { kind: "none" });
    expect(readingOf(read).projects).toHaveLength(1000);
    expect(readingOf(read).cut).toBe(true);
  });

  it("ask for the robot accounts of twenty projects, proxy caches first", async () => {
    const read = await readFrom(many(30), typed(admin));
    const states = readingOf(read).projects.map(({ robots }) => robots.state);
    expect(states.filter((state) => state === "seen")).toHaveLength(20);
    expect(states.at(-1)).toBe("seen");
    expect(states.at(-2)).toBe("not-asked");
  });
});
