import { createReadStream } from "node:fs";
import { AppError, type ErrorCode } from "@/lib/domain/errors";
import { largestFile } from "@/lib/domain/registries/largest-file";

const reasons: Readonly<Record<string, [ErrorCode, string]>> = {
  ENOENT: ["not-found", "fileNotFound"],
  ENOTDIR: ["not-found", "fileNotFound"],
  EISDIR: ["invalid", "fileIsFolder"],
  EACCES: ["forbidden", "fileForbidden"],
  EPERM: ["forbidden", "fileForbidden"],
};

function toAppError(cause: unknown, file: string): AppError {
  const system = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const [code, reason] = reasons[system] ?? ["unavailable", "fileUnreadable"];
  return new AppError(code, reason, { params: { file, error: system }, cause });
}

/** The bytes of a file, or of standard input for `-`. Stops reading as soon as they are too many. */
export async function readInput(file: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const stream = file === "-" ? process.stdin : createReadStream(file);
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      size += bytes.length;
      if (size > largestFile) break;
    }
  } catch (cause) {
    throw toAppError(cause, file);
  }
  if (size > largestFile) throw new AppError("too-large", "fileTooLarge", { params: { file } });
  return Buffer.concat(chunks);
}
