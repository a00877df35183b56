import { maxPemLength } from "@/lib/domain/certificates/schema";

/** The text of a chosen file, byte for byte, so that what is no text can be told apart by its first bytes. */
export async function readPemFile(file: File): Promise<string | "too-large"> {
  if (file.size > maxPemLength) return "too-large";
  const bytes = new Uint8Array(await file.arrayBuffer());
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
