import { once } from "node:events";
import { Client, type ParsedKey } from "ssh2";
import { inParallel } from "@/lib/domain/in-parallel";
import { commandFor } from "@/lib/server/node-program/program";
import { parsePrivateKey } from "@/lib/server/ssh/keys";
import { makeKeyPair } from "@/tests/support/nodes/host-key";

/** How to become root here, two looks and the order: so many commands a push runs on a node. */
const lengths = [250, ...(["survey", "inspect", "apply"] as const).map((mode) => commandFor(mode).length)];

type Machine = { host: string; port: number };

async function run(client: Client, command: string): Promise<void> {
  const channel = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
    client.exec(command, (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  channel.resume();
  await once(channel, "close");
}

/** One connection and as many commands of the same length, which are answered with a line each. */
async function talkTo({ host, port }: Machine, key: ParsedKey): Promise<void> {
  const client = new Client();
  const username = "root";
  const authHandler = [{ type: "publickey" as const, username, key }];
  client.connect({ host, port, username, authHandler, hostVerifier: () => true });
  await once(client, "ready");
  for (const length of lengths) await run(client, "x".repeat(length));
  client.end();
}

/** What the same conversations cost without Pullpath: ssh2 alone, which is the least that a push could cost. */
export async function talkBarely(machines: readonly Machine[], width: number): Promise<void> {
  const key = parsePrivateKey(makeKeyPair("bare").privateKey);
  if (!key.ok) throw new Error(key.error.code);
  await inParallel(machines, width, (machine) => talkTo(machine, key.value.parsed));
}
