import "server-only";
import { createHash } from "node:crypto";
import { invariant } from "@/lib/domain/errors";
import { SshFault } from "@/lib/server/ssh/fault";

const headerLength = 200;
/** What the program reads of options; more comes from a file that names thousands of long paths. */
const optionsLimit = 262_144;

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** A header of fixed length, so that the node never has to read ahead to find its end. */
function header(words: string[]): Buffer {
  const line = words.join(" ");
  invariant(
    line.length < headerLength && /^[\x21-\x7e ]+$/.test(line),
    "a frame header is short, plain text",
  );
  return Buffer.from(`${line.padEnd(headerLength - 1)}\n`, "latin1");
}

export type Frame = {
  kind: "certificate" | "template" | "file";
  bytes: Uint8Array;
  mode: number;
  path: string;
};

export function encodeFrame({ kind, bytes, mode, path }: Frame): Buffer {
  const words = [kind, String(bytes.length), sha256(bytes), mode.toString(8), path];
  return Buffer.concat([header(words), bytes]);
}

export const endFrame = () => header(["end", "0", "-", "0", "-"]);

export type Options = readonly (readonly [name: string, value: string | number])[];

/** Options are lines, so a line break in a value would be another option; such a value is a bug or an attack. */
export function encodeOptions(options: Options): Buffer {
  const lines = options
    .filter(([, value]) => value !== "")
    .map(([name, value]) => {
      const plain = /^[^\p{Cc}]+$/u.test(String(value)) && String(value) === String(value).trim();
      invariant(plain, `option ${name} is one line`);
      return `${name} ${value}`;
    });
  const bytes = Buffer.from(lines.join("\n"), "utf8");
  if (bytes.length > optionsLimit) throw new SshFault("protocol", { reason: "too-many-options" });
  return Buffer.concat([header(["options", String(bytes.length), sha256(bytes)]), bytes]);
}
