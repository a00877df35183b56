import "server-only";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { endWith } from "./within";

export type Dial = (address: string, port: number, signal: AbortSignal) => Promise<Duplex>;

/** Whoever uses a stream hears of its errors through their own request. */
export function quiet(stream: Duplex): Duplex {
  stream.on("error", () => stream.destroy());
  return stream;
}

/** A connection from this server. */
export const dialHere: Dial = (address, port, signal) =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: address, port });
    const release = endWith(socket, signal);
    socket.once("close", release);
    socket.once("error", reject);
    socket.once("connect", () => {
      release();
      socket.off("error", reject);
      resolve(quiet(socket));
    });
  });
