import { beforeAll, describe, expect, it } from "vitest";
import type { RevisionComparison } from "@/lib/domain/configurations/views";
import type { DiffRow } from "@/lib/domain/diff/lines";
import type { Definition } from "@/lib/domain/registries/schema";
import { createCredential } from "@/lib/server/credentials/create-credential";
import { updateCredential } from "@/lib/server/credentials/update-credential";
import { actorWith } from "@/tests/support/actors";
import { configurations, created } from "@/tests/support/configurations";
import { temporaryDatabase } from "@/tests/support/database";
import { define, host, mirror, secret, text } from "@/tests/support/definitions";

temporaryDatabase();

const editor = actorWith("editor");
const save = async (id: string, baseNumber: number, definition: Definition) => {
  const answer = await configurations.save(id, { baseNumber, definition });
  expect(answer.status).toBe(200);
};
const compare = async (id: string, query = ""): Promise<RevisionComparison> => {
  const answer = await configurations.compare(id, query);
  expect(answer.status).toBe(200);
  return answer.json();
};
const told = ({ changes }: RevisionComparison) => changes.map(({ code }) => code);
const linesOf = (rows: DiffRow[]) =>
  rows.flatMap((row) => (row.kind === "added" || row.kind === "removed" ? [`${row.kind} ${row.text}`] : []));

beforeAll(async () => {
  await createCredential(
    { name: "robot", slug: "robot", fields: { username: "u", password: "stored-secret" } },
    editor,
  );
});

describe("comparing two revisions", () => {
  it("tells what differs, in sentences' data and in lines with words marked", async () => {
    const id = await created("compared");
    const [a, b] = ["https://a.example.com", "https://b.example.com"];
    await save(id, 1, define({ mirrors: [mirror("docker.io", a, b)] }));
    await save(id, 2, define({ mirrors: [mirror("docker.io", b, a), mirror("quay.io", a)] }));
    const found = await compare(id, "?from=2&to=3");
    expect([found.from.number, found.to.number]).toEqual([2, 3]);
    expect(found.changes).toEqual([
      {
        subject: { kind: "mirror", name: "docker.io" },
        code: "endpoint-moved",
        params: { url: b, from: 2, to: 1 },
      },
      {
        subject: { kind: "mirror", name: "quay.io" },
        code: "mirror-added",
        params: { endpoints: 1, rewrites: 0 },
      },
    ]);
    expect(linesOf(found.rows)).toContain('added   "quay.io":');
    expect(found.text).toBe(await (await configurations.download(id)).text());
  });

  it("takes the newest and the one before it when none is named, and either order", async () => {
    const id = await created("defaults");
    await save(id, 1, define({ note: "one" }));
    await save(id, 2, define({ note: "two" }));
    expect(await compare(id)).toMatchObject({ from: { number: 2 }, to: { number: 3 } });
    expect(await compare(id, "?from=1")).toMatchObject({ from: { number: 1 }, to: { number: 3 } });
    expect(await compare(id, "?from=3&to=1")).toMatchObject({ from: { number: 3 }, to: { number: 1 } });
    expect(await compare(id, "?from=2&to=2")).toMatchObject({ changes: [], rows: [] });
  });

  it("tells of a rotation in between, which makes no revision", async () => {
    const id = await created("rotated");
    const login = { username: secret("robot"), password: secret("robot") };
    await save(id, 1, define({ registryHosts: [host("h", login)] }));
    const { id: credential } = await createCredential(
      { name: "other", slug: "other", fields: { password: "x" } },
      editor,
    );
    await updateCredential({ id: credential, fields: { password: "y" } }, editor);
    await save(id, 2, define({ registryHosts: [host("h", login, { note: "n" })] }));
    expect(told(await compare(id))).toEqual(["note"]);
    await save(id, 3, define({ registryHosts: [host("h", { password: secret("other") })] }));
    await updateCredential({ id: credential, fields: { password: "z" } }, editor);
    await save(id, 4, define({ registryHosts: [host("h", { password: secret("other") })], note: "later" }));
    const found = await compare(id);
    expect(found.changes).toContainEqual({
      subject: { kind: "registryHost", name: "h" },
      code: "credential-version",
      params: { credential: "other", before: 2, after: 3 },
    });
    expect(linesOf(found.rows)).toEqual(["added # later", "added "]);
  });

  it("shows no secret, wherever it was written", async () => {
    const id = await created("secrets");
    const auth = { username: text("mei"), password: text("inline-secret") };
    await save(
      id,
      1,
      define({
        mirrors: [mirror("docker.io", "https://mei:url-secret@a.example.com")],
        registryHosts: [host("h", auth)],
      }),
    );
    const found = await compare(id);
    const body = JSON.stringify(found);
    for (const value of ["inline-secret", "url-secret", "stored-secret"]) expect(body).not.toContain(value);
    expect(body).toContain("{{secret:h.password}}");
  });

  it("answers numbers that do not exist with not found, and text with refusal", async () => {
    const id = await created("missing");
    expect((await configurations.compare(id, "?from=1&to=9")).status).toBe(404);
    expect((await configurations.compare("nobody")).status).toBe(404);
    expect((await configurations.compare(id, "?from=x")).status).toBe(400);
  });
});
