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
