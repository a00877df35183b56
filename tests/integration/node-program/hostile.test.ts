import { afterAll, beforeAll, expect, it } from "vitest";
import { ask, probe } from "@/lib/server/node-program/run";
import { withSession } from "@/lib/server/ssh/session";
import { targetOf } from "@/tests/integration/ssh/target-of";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes([{ name: "evil", distribution: "none" }]);
});
afterAll(() => fleet.stop());

/** Makes root's login shell answer the program's call by itself; every other command runs as ever. */
async function answerWith(program: string): Promise<void> {
  const node = fleet.get("evil");
  const shell = `#!/bin/bash
case $2 in
  *" pullpath "*) echo "@pullpath1 ready"; trap : TERM HUP PIPE; ${program} ;;
  *) exec /bin/bash "$@" ;;
esac
`;
  await node.write("/usr/local/bin/evil-shell", shell, "0755");
  await node.run(["sed", "-i", "s,^root:.*,root:x:0:0:root:/root:/usr/local/bin/evil-shell,", "/etc/passwd"]);
}

const target = () => targetOf(fleet, fleet.get("evil"));

it.each([
  ["more answers than any node has", "yes '@pullpath1 fact a b'", "too-many-answers"],
  ["text without end", "yes 'nothing of interest'", "too-much"],
  ["one line without end", "tr '\\000' a </dev/zero", "too-much"],
])("%s is a fault of the protocol", async (_name, program, reason) => {
  await answerWith(program);
  const looking = withSession(target(), (session) => probe(session));
  await expect(looking).rejects.toMatchObject({ fault: "protocol", params: { reason } });
});

it("rows by the thousand and control characters are cut and left out of what is kept", async () => {
  const hex = (text: string) => Buffer.from(text).toString("hex");
  const rows = (row: (at: number) => string) =>
    hex(Array.from({ length: 9000 }, (_, at) => row(at)).join("\n"));
  const certificate = "==> /a.crt <==\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
  const told = [
    "fact started 1000",
    ...Array.from({ length: 900 }, (_, at) => `fact look-alike /etc/rancher/k3s/${at}`),
    ...Array.from({ length: 900 }, (_, at) => `fact template /x/${at}.toml`),
    `text start-files ${rows((at) => `9.000 /etc/${at}${at % 2 === 0 ? "\u001b[2J" : ""}`)}`,
    `text upgrades ${rows((at) => `node-${at}|plan\u0007|1`)}`,
    `text certificates ${hex(certificate.repeat(9000))}`,
    "fact snapshot-now %1b.snapshots/99999999999/snapshot",
    "fact clock 99999999999999999999",
    "end",
  ];
  await fleet.get("evil").write("/srv/told", told.map((line) => `@pullpath1 ${line}\n`).join(""));
  await answerWith("cat /srv/told");
  const facts = await withSession(target(), (session) => probe(session));
  expect(facts.lookAlikes).toHaveLength(50);
  expect(facts.userTemplates).toHaveLength(50);
  expect(facts.newerFiles).toHaveLength(50);
  expect(JSON.stringify(facts)).not.toMatch(/\\u00|\p{Cc}/u);
  expect(facts).toMatchObject({ maintenance: { upgrades: [] } });
  expect(facts.certificates).toBeUndefined();
  expect(facts.nextSnapshot).toBeUndefined();
});

it("a node that talks on and on is left at the deadline", async () => {
  await answerWith("while :; do echo; sleep 0.1; done");
  const to = { ...target(), timeouts: { commandMs: 500 } };
  const looking = withSession(to, (session) => probe(session));
  await expect(looking).rejects.toMatchObject({ fault: "protocol", params: { reason: "too-long" } });
});

it.each(["9007199254740993", "x", "-1"])("an event numbered %s is one, too", async (number) => {
  await answerWith(`echo '@pullpath1 event ${number} 1700000000123 check started'; sleep 30`);
  const asking = withSession(target(), (session) =>
    ask(session, { transactionId: "transaction-1", resume: false }, () => undefined),
  );
  await expect(asking).rejects.toMatchObject({ fault: "protocol", params: { reason: "event" } });
});
