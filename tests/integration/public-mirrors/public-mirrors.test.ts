import { beforeEach, describe, expect, it } from "vitest";
import { DELETE, PATCH } from "@/app/api/v1/public-mirrors/[id]/route";
import { GET, POST } from "@/app/api/v1/public-mirrors/route";
import type { Role } from "@/lib/domain/people/roles";
import { db } from "@/lib/server/db/client";
import { listPublicMirrorOffers } from "@/lib/server/public-mirrors/queries";
import { createPublicMirror } from "@/lib/server/public-mirrors/write-public-mirror";
import { actorWith, loggedInRequest } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";

temporaryDatabase();

const path = "/api/v1/public-mirrors";
const mirror = { name: "Campus", registry: "docker.io", address: "https://mirror.example.edu", note: "" };
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const send = (role: Role, method: string, body?: unknown) => loggedInRequest(role, path, { method, body });

const create = async (body: unknown, role: Role = "editor") => POST(await send(role, "POST", body));
const change = async (id: string, body: unknown, role: Role = "editor") =>
  PATCH(await send(role, "PATCH", body), at(id));
const remove = async (id: string, role: Role = "editor") => DELETE(await send(role, "DELETE"), at(id));
const list = async (role: Role = "viewer") => (await GET(await send(role, "GET"))).json();
const reasonOf = async (answer: Response) => [answer.status, (await answer.json()).error.reason];
const added = async (more: Partial<typeof mirror> = {}): Promise<string> =>
  (await (await create({ ...mirror, ...more })).json()).id;

beforeEach(async () => {
  await db().publicMirror.deleteMany();
});

describe("the list", () => {
  it("is empty at first: none is built in", async () => {
    expect(await list()).toEqual([]);
  });

  it("keeps what an editor adds, in the form that files have, for all to read", async () => {
    const answer = await create({
      ...mirror,
      registry: "https://docker.io/",
      address: "mirror.example.edu/",
      note: "From the campus alone",
    });
    expect(answer.status).toBe(201);
    for (const role of ["viewer", "auditor", "operator", "admin"] as const)
      expect(await list(role)).toEqual([
        {
          ...mirror,
          id: (await answer.clone().json()).id,
          note: "From the campus alone",
          createdAt: expect.any(String),
          createdByName: "editor",
        },
      ]);
  });

  it("is in the order of names, and offers no more than the editor needs", async () => {
    await added({ name: "Mirror 10", address: "https://c.example" });
    await added({ name: "Mirror 9", address: "https://b.example" });
    expect((await list()).map(({ name }: { name: string }) => name)).toEqual(["Mirror 9", "Mirror 10"]);
    const [offer] = await listPublicMirrorOffers(actorWith("viewer"));
    expect(Object.keys(offer ?? {})).toEqual(["id", "name", "registry", "address"]);
  });

  it("changes and forgets entries", async () => {
    const id = await added();
    expect((await change(id, { ...mirror, address: "https://new.example", note: "n" })).status).toBe(204);
    expect(await list()).toMatchObject([
      { id, address: "https://new.example", note: "n", createdByName: "editor" },
    ]);
    expect((await remove(id)).status).toBe(204);
    expect(await list()).toEqual([]);
  });

  it("is written down by whom it was changed", async () => {
    const id = await added();
    await change(id, { ...mirror, name: "Other" });
    await remove(id);
    const events = await db().auditEvent.findMany({ where: { targetId: id }, orderBy: { id: "asc" } });
    expect(events.map(({ action, targetName, actorName }) => [action, targetName, actorName])).toEqual([
      ["public-mirror.created", "Campus", "editor"],
      ["public-mirror.updated", "Other", "editor"],
      ["public-mirror.deleted", "Other", "editor"],
    ]);
    expect(events[0]?.detail).toBe('{"registry":"docker.io","address":"https://mirror.example.edu"}');
  });
});

describe("what is refused", () => {
  it("a name that is taken, in whatever case, also by another one's change", async () => {
    await added();
    const other = await added({ name: "Other", address: "https://other.example" });
    const again = { ...mirror, name: "CAMPUS", address: "https://third.example" };
    expect(await reasonOf(await create(again))).toEqual([409, "publicMirrorNameTaken"]);
    expect(await reasonOf(await change(other, again))).toEqual([409, "publicMirrorNameTaken"]);
    expect((await change(other, { ...mirror, name: "OTHER", address: "https://other.example" })).status).toBe(
      204,
    );
  });

  it("an address that is listed for this registry; for another one it may be", async () => {
    await added();
    expect(await reasonOf(await create({ ...mirror, name: "Again" }))).toEqual([409, "publicMirrorListed"]);
    expect((await create({ ...mirror, name: "Quay", registry: "quay.io" })).status).toBe(201);
  });

  it("what is gone", async () => {
    expect(await reasonOf(await change("gone", mirror))).toEqual([404, "publicMirrorNotFound"]);
    expect(await reasonOf(await remove("gone"))).toEqual([404, "publicMirrorNotFound"]);
  });

  it("a list without an end", async () => {
    const data = Array.from({ length: 500 }, (_, index) => ({
      ...mirror,
      name: `m${index}`,
      nameKey: `m${index}`,
      address: `https://m${index}.example`,
      createdByName: "x",
    }));
    await db().publicMirror.createMany({ data });
    expect(await reasonOf(await create(mirror))).toEqual([409, "tooManyPublicMirrors"]);
  });

  it.each([
    ["name", { name: "  " }],
    ["name", { name: "a\u0007" }],
    ["registry", { registry: "" }],
    ["registry", { registry: "docker.io/library" }],
    ["registry", { registry: "../../etc" }],
    ["address", { address: " " }],
    ["address", { address: "javascript:alert(1)" }],
    ["address", { address: "https://me:secret@mirror.example" }],
    ["note", { note: "x".repeat(9000) }],
  ])("a %s such as in %j", async (field, more) => {
    const answer = await create({ ...mirror, ...more });
    const { issues } = (await answer.json()).error;
    expect([answer.status, issues.map(({ path: at }: { path: string[] }) => at.join("."))]).toEqual([
      400,
      [field],
    ]);
  });
});

describe("who may write", () => {
  it.each(["viewer", "auditor", "operator"] as const)("not the role %s", async (role) => {
    for (const answer of [
      await create(mirror, role),
      await change("x", mirror, role),
      await remove("x", role),
    ])
      expect(await reasonOf(answer)).toEqual([403, "permissionMissing"]);
    await expect(createPublicMirror(mirror, actorWith(role))).rejects.toMatchObject({ code: "forbidden" });
  });
});
