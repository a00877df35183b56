import { createHash } from "node:crypto";
import { once } from "node:events";
import type { ServerChannel } from "ssh2";

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

/** Exactly so many bytes of what the server sends. */
async function take(channel: ServerChannel, length: number): Promise<Buffer> {
  if (length === 0) return Buffer.alloc(0);
  for (;;) {
    const bytes: Buffer | null = channel.read(length);
    if (bytes !== null) return bytes;
    if (channel.readableEnded || channel.destroyed) throw new Error("the server left");
    await once(channel, "readable");
  }
}

export type Frame = { kind: string; bytes: Buffer };

/** One frame as `lib/server/node-program/frames.ts` writes it. */
export async function takeFrame(channel: ServerChannel): Promise<Frame> {
  const [kind = "", length = "0"] = (await take(channel, 200)).toString("latin1").split(" ");
  return { kind, bytes: await take(channel, Number(length)) };
}

/** The values of an option, which may stand there several times. */
export const optionsOf = ({ bytes }: Frame, name: string): string[] =>
  bytes
    .toString("utf8")
    .split("\n")
    .flatMap((line) => (line.startsWith(`${name} `) ? [line.slice(name.length + 1)] : []));

const escaped = (text: string) =>
  /^[A-Za-z0-9._:/@+,-]*$/.test(text)
    ? text
    : `%${Buffer.from(text, "utf8").toString("hex").match(/../g)?.join("%")}`;

export type Pairs = Readonly<Record<string, string>>;
export const pairs = (values: Pairs): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}=${escaped(value)}`)
    .join("");

/** Answers in the words of the node program. */
export function speaker(channel: ServerChannel) {
  const tell = (line: string) => void channel.write(`@pullpath1 ${line}\n`);
  return {
    tell,
    fact: (name: string, value: string) => tell(`fact ${name} ${escaped(value)}`),
    text: (name: string, text: string | Buffer) =>
      tell(`text ${escaped(name)} ${Buffer.from(text as string).toString("hex")}`),
  };
}
export type Speaker = ReturnType<typeof speaker>;
