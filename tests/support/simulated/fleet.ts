import { type AddressInfo, createServer, type Socket } from "node:net";
import type { Connection, ServerChannel } from "ssh2";
import { type KeyPair, makeKeyPair } from "@/tests/support/nodes/host-key";
import { type Restart, SimulatedNode, type SimulatedSpec } from "./node";
import { Server } from "./ssh-server";

export interface SimulatedFleet {
  port: number;
  hostKey: KeyPair;
  stop(): Promise<void>;
}

/** A loopback address of its own for each node; all of them are one socket. */
export const addressOf = (at: number): string => `127.64.${Math.floor(at / 250)}.${(at % 250) + 1}`;

async function serve(node: SimulatedNode, channel: ServerChannel, command: string): Promise<void> {
  try {
    await node.answer(channel, command);
    channel.exit(0);
  } catch {
    // Who asked has left.
  }
  channel.end();
}

function receive(client: Connection, node: SimulatedNode | undefined) {
  client.on("error", () => undefined);
  client.on("authentication", (context) => context.accept());
  client.on("ready", () => {
    client.on("session", (acceptSession) => {
      const session = acceptSession();
      session.on("exec", (accept, _reject, { command }) => {
        const channel = accept();
        channel.on("error", () => undefined);
        if (node) void serve(node, channel, command);
      });
    });
  });
}

/** Simulated nodes behind one real SSH server, which lets everybody in. */
export async function startSimulated(
  specs: readonly SimulatedSpec[],
  restart: Restart,
): Promise<SimulatedFleet> {
  const hostKey = makeKeyPair("simulated");
  const byAddress = new Map(specs.map((spec, at) => [addressOf(at), new SimulatedNode(spec, restart)]));
  const sockets = new Set<Socket>();
  const server = new Server({ hostKeys: [hostKey.privateKey] }, (client) => {
    const socket = Reflect.get(client, "_sock") as Socket;
    receive(client, byAddress.get(socket.localAddress ?? ""));
  });
  const listener = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket.once("close", () => sockets.delete(socket)));
    server.injectSocket(socket);
  });
  await new Promise<void>((resolve) => listener.listen({ port: 0, host: "0.0.0.0", backlog: 511 }, resolve));
  const { port } = listener.address() as AddressInfo;
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => listener.close(resolve));
  };
  return { port, hostKey, stop };
}
