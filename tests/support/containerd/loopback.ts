import { randomInt } from "node:crypto";
import { once } from "node:events";
import { isIPv4, type Socket } from "node:net";
import type { Authorities } from "./authorities";
import type { Server } from "./behaviour";
import { makeServer, type Seen } from "./registry";

export type Loopback = {
  /** An address of this machine for each name. */
  names: ReadonlyMap<string, string>;
  seen: Seen;
  stop: () => Promise<void>;
};

const anAddress = () => `127.${randomInt(31, 250)}.${randomInt(1, 250)}.${randomInt(1, 250)}`;

/** Starts servers by `name:port`. Each name has an address of its own, so that ports can be those of real registries. */
export async function startLoopback(
  servers: Readonly<Record<string, Server>>,
  names: readonly string[],
  authorities: Authorities,
): Promise<Loopback> {
  const addresses = new Map(names.filter((name) => !isIPv4(name)).map((name) => [name, anAddress()]));
  const seen: Seen = { requests: [], logins: [] };
  const started = Object.entries(servers).map(([place, server]) => {
    const [name = "", port = ""] = place.split(":");
    const net = makeServer({ place, server, authorities }, seen);
    return { net, address: addresses.get(name) ?? name, port: Number(port) };
  });
  const sockets = new Set<Socket>();
  for (const { net, address, port } of started) {
    net.on("connection", (socket: Socket) => sockets.add(socket));
    net.listen(port, address);
    await once(net, "listening");
  }
  const stop = async () => {
    const closed = started.map(({ net }) => once(net, "close"));
    for (const { net } of started) net.close();
    for (const socket of sockets) socket.destroy();
    await Promise.all(closed);
  };
  return { names: addresses, seen, stop };
}
