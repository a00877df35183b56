import { once } from "node:events";
import { type AddressInfo, createServer, type Socket, connect as tcpConnect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

export type Direction = "to-node" | "from-node";

export interface CutOptions {
  /** Cuts each connection after exactly that many bytes went in `direction` (in either, when it is not given). */
  cutAfterBytes?: number;
  direction?: Direction;
  /** Accepts connections and never says anything: a banner that never comes. */
  dropAll?: boolean;
  /** Delay of every chunk, each way. */
  delayMs?: number;
}

export interface CutProxy {
  host: string;
  port: number;
  /** Bytes that went through since the start, all connections together. */
  passed: Record<Direction, number>;
  /** Connections accepted since the start. */
  accepted: number;
  /** Resets what is open now. */
  cut(): void;
  /** From now on nothing passes, yet nothing is closed: a cable that was pulled. */
  freeze(): void;
  /** Replaces the behaviour for connections to come. */
  set(options: CutOptions): void;
  stop(): Promise<void>;
}

interface Pipe {
  from: Socket;
  to: Socket;
  direction: Direction;
  options: CutOptions;
  proxy: CutProxy;
  isFrozen: () => boolean;
}

/** Carries one direction of one connection; order is kept although chunks may be delayed. */
async function carry({ from, to, direction, options, proxy, isFrozen }: Pipe): Promise<void> {
  let left =
    options.direction === direction || options.direction === undefined ? options.cutAfterBytes : undefined;
  for await (const chunk of from as AsyncIterable<Buffer>) {
    if (options.delayMs) await pause(options.delayMs);
    if (isFrozen()) continue;
    const part = left === undefined ? chunk : chunk.subarray(0, left);
    proxy.passed[direction] += part.length;
    if (part.length > 0 && !to.write(part)) await once(to, "drain");
    if (left === undefined) continue;
    left -= part.length;
    if (left > 0) continue;
    // A reset would throw away what the other side has not read yet: end its half first.
    to.end(() => to.destroy());
    from.destroy();
    return;
  }
  if (!isFrozen()) to.end();
}

/** A TCP proxy in front of a node that cuts, delays or silences its connections. */
export async function startCutProxy(
  target: { host: string; port: number },
  first: CutOptions = {},
): Promise<CutProxy> {
  let options = first;
  let frozen = false;
  const open = new Set<Socket>();
  const track = (socket: Socket) => {
    open.add(socket);
    // Broken connections are what this proxy is for.
    socket.on("error", () => socket.destroy());
    socket.on("close", () => open.delete(socket));
  };
  const server = createServer({ noDelay: true }, (near) => {
    track(near);
    proxy.accepted += 1;
    if (options.dropAll) return near.resume();
    const far = tcpConnect({ ...target, noDelay: true });
    track(far);
    near.on("close", () => far.end());
    far.on("close", () => near.end());
    const shared = { options, proxy, isFrozen: () => frozen };
    const fail = () => near.destroy();
    carry({ from: near, to: far, direction: "to-node", ...shared }).catch(fail);
    carry({ from: far, to: near, direction: "from-node", ...shared }).catch(fail);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = () => {
    for (const socket of open) socket.resetAndDestroy();
  };
  const proxy: CutProxy = {
    host: "127.0.0.1",
    port: (server.address() as AddressInfo).port,
    passed: { "to-node": 0, "from-node": 0 },
    accepted: 0,
    cut,
    freeze: () => {
      frozen = true;
    },
    set: (next) => {
      options = next;
      frozen = false;
    },
    stop: async () => {
      cut();
      server.close();
      await once(server, "close");
    },
  };
  return proxy;
}

/** An address where every connection is refused at once. */
export async function findRefusingAddress(): Promise<{ host: string; port: number }> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return { host: "127.0.0.1", port };
}
