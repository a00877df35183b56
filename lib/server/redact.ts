import "server-only";
import { redactText } from "@/lib/domain/redact-text";

const secretNames =
  /pass(?:word|phrase|wd)?$|secret|token|^auth$|authorization|credential$|cookie|private_?key|^key$|_key$|sealed|^sudo|^pem$|^value$|^text$|^yaml$/i;

/** An error as a record: its kind and where it happened, its causes likewise. Other properties may quote input. */
function describeError(error: Error, depth: number): Record<string, unknown> {
  const { code } = error as { code?: unknown };
  return {
    name: error.name,
    message: redactText(error.message),
    ...(typeof code === "string" && { code }),
    stack: redactText(error.stack ?? "")
      .split("\n")
      .slice(1, 12)
      .map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: redact(error.cause, depth + 1) }),
  };
}

/** A copy that is safe to log: values under secret-looking names are gone at any depth, and so are known shapes. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return redactText(value);
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return value;
  if (depth > 8) return "[deep]";
  if (value instanceof Error) return describeError(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => redact(item, depth + 1));
  const entries = value instanceof Map || value instanceof Headers ? [...value] : Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, item]) => [
      name,
      secretNames.test(String(name)) && item !== null && !["boolean", "number"].includes(typeof item)
        ? "[redacted]"
        : redact(item, depth + 1),
    ]),
  );
}
