import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, connect, type Socket } from "node:net";

export interface Blackhole {
  host: string;
  port: number;
  stop(): Promise<void>;
}

// Listens with the shortest queue and takes nobody out of it; ends with whoever holds its standard input.
const program = `
const server = require("node:net").createServer().listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
  process.stdout.write(JSON.stringify(server.address()) + "\\n", () => {
    require("node:fs").readSync(0, Buffer.alloc(1));
    process.exit(0);
  });
});`;

/** An address whose packets are dropped: a connection to it is neither accepted nor refused. */
export async function startBlackhole(): Promise<Blackhole> {
  const child = spawn(process.execPath, ["-e", program], { stdio: ["pipe", "pipe", "inherit"] });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const { port } = JSON.parse(line.toString()) as AddressInfo;
  // What the queue still takes is taken here; Linux drops the first packet of every later one.
  const fillers: Socket[] = [];
  for (let queued = true; queued && fillers.length < 16; ) {
    const socket = connect({ host: "127.0.0.1", port });
    socket.on("error", () => socket.destroy());
    fillers.push(socket);
    queued = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), 200);
      socket.once("connect", () => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }
  const stop = async () => {
    for (const socket of fillers) socket.destroy();
    const exit = once(child, "exit");
    child.stdin.end();
    await exit;
  };
  return { host: "127.0.0.1", port, stop };
}
