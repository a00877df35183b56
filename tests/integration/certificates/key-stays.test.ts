import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { DELETE, GET as GET_ONE, PATCH } from "@/app/api/v1/certificates/[id]/route";
import { POST as INSPECT } from "@/app/api/v1/certificates/inspect/route";
import { GET, POST } from "@/app/api/v1/certificates/route";
import { db } from "@/lib/server/db/client";
import { loggedInRequest } from "@/tests/support/actors";
import { opensslFolder } from "@/tests/support/certificates";
import { configurations, created } from "@/tests/support/configurations";
import { temporaryDatabase } from "@/tests/support/database";
import { define, host } from "@/tests/support/definitions";

const { folder } = temporaryDatabase();
const openssl = opensslFolder();

const path = "/api/v1/certificates";
const request = (method: string, place = "", body?: unknown) =>
  loggedInRequest("editor", `${path}${place}`, { method, ...(body === undefined ? {} : { body }) });

it("leaves a private key in no answer, no byte of the database and no audit entry", async () => {
  openssl.makeCa("root");
  const pair = openssl.makeSigned("client", "root");
  const other = openssl.makeSigned("other", "root");
  const seen: string[] = [];
  const keep = async (answer: Response) => {
    const text = await answer.text();
    seen.push(text);
    return text;
  };
  await keep(await INSPECT(await request("POST", "/inspect", pair)));
  await keep(
    await INSPECT(await request("POST", "/inspect", { certificate: other.certificate, key: pair.key })),
  );
  const stored = await keep(await POST(await request("POST", "", { name: "Client", ...pair })));
  const { id, slug } = JSON.parse(stored);
  const at = { params: Promise.resolve({ id }) };
  const file = { kind: "certificate", slug } as const;
  const tls = { ca_file: null, cert_file: file, key_file: file, insecure_skip_verify: false, extras: [] };
  const used = await created("uses it", define({ registryHosts: [host("h", null, { tls })] }));
  await keep(await GET(await request("GET")));
  await keep(await GET_ONE(await request("GET", `/${id}`), at));
  await keep(await PATCH(await request("PATCH", `/${id}`, { ...pair, name: "Again" }), at));
  await keep(await DELETE(await request("DELETE", `/${id}`), at));
  await keep(await configurations.get(used));
  await keep(await configurations.download(used));
  seen.push(JSON.stringify(await db().auditEvent.findMany()));
  for (const name of ["pullpath.db", "pullpath.db-wal"]) {
    seen.push(readFileSync(join(folder, name), { encoding: "latin1", flag: "a+" }));
  }
  const [, first = "", second = ""] = pair.key.split("\n");
  expect(first.length).toBeGreaterThan(40);
  for (const text of seen)
    for (const line of [first, second, "PRIVATE KEY"]) expect(text).not.toContain(line);
});
