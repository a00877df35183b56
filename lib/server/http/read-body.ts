import "server-only";
import { AppError } from "@/lib/domain/errors";
import { toPath } from "@/lib/domain/issues";
import { findHalfPair } from "./half-pairs";

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new AppError("too-large", "bodyTooLarge", { params: { kilobytes: Math.ceil(maxBytes / 1024) } });
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      throw tooLarge();
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

/** A half of a surrogate pair stands in UTF-8 as an escape only. */
const mayHoldHalf = (text: string) => /\\u[dD][89a-fA-F]/.test(text);

function parse(bytes: Uint8Array): { text: string; value: unknown } {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch {
    // The parser's own message quotes the body, which may hold a secret.
    throw new AppError("invalid", "jsonInvalid");
  }
}

/** The JSON of a request, never more of it in memory than `maxBytes`, and every text in it whole. */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(?:;|$)/i.test(type)) throw new AppError("invalid", "contentTypeWrong");
  const { text, value } = parse(await readBytes(request, maxBytes));
  const half = mayHoldHalf(text) && findHalfPair(value);
  if (half)
    throw new AppError("invalid", "invalidInput", {
      issues: [{ path: toPath(half), code: "half-character" }],
    });
  return value;
}
