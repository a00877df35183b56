import "server-only";
import { canBeRead } from "@/lib/domain/node-files/ask";
import { type LeftOut, leaveOutSecrets } from "@/lib/domain/node-files/leave-out";
import { cutSecretRests, plainRemarks } from "@/lib/domain/node-files/plain-remarks";
import { namedPaths } from "@/lib/domain/node-files/tls-units";
import type { NodeFile } from "@/lib/domain/node-files/views";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { parse } from "@/lib/domain/registries/parse";
import { readBytes } from "@/lib/domain/registries/read-bytes";
import type { Remark } from "@/lib/domain/registries/remark";
import type { Definition } from "@/lib/domain/registries/schema";
import {
  type NamedFile,
  namedFiles,
  readNamedWithSecrets,
  readRegistries,
} from "@/lib/server/node-program/run";
import { SshFault } from "@/lib/server/ssh/fault";
import type { SshSession } from "@/lib/server/ssh/session";

/** A file K3s can read, and the TLS files it names: secrets are in both. */
export type FetchedFile = {
  kind: "fetched";
  path: string;
  definition: Definition;
  remarks: Remark[];
  leftOut: LeftOut;
  files: ReadonlyMap<string, NamedFile>;
};

export type Fetched = FetchedFile | Exclude<NodeFile, { kind: "read" | "fault" }>;

/** The bytes of the file, null without one, or its size when it is too large to be read. */
async function readWhole(session: SshSession, facts: NodeFacts): Promise<Uint8Array | null | number> {
  try {
    return (await readRegistries(session, facts))?.bytes ?? null;
  } catch (error) {
    const isTooLarge = error instanceof SshFault && error.params["reason"] === "too-large";
    if (isTooLarge) return Number(error.params["size"]);
    throw error;
  }
}

/** Reads a node's file and what it names. Of a file that cannot be understood nothing but the place of the fault is kept. */
export async function fetchFileWithSecrets(session: SshSession, facts: NodeFacts): Promise<Fetched> {
  const path = facts.registriesPath ?? "";
  const bytes = await readWhole(session, facts);
  if (bytes === null) return { kind: "absent", path };
  if (typeof bytes === "number") {
    return { kind: "refused", path, failure: { code: "tooLarge", size: bytes } };
  }
  const text = readBytes(bytes);
  if (!text.ok) return { kind: "refused", path, failure: text.error };
  const parsed = parse(text.value);
  if (!parsed.ok) return { kind: "broken", path, line: parsed.line };
  const rests = cutSecretRests(parsed.remarks, text.value);
  const { definition, leftOut } = leaveOutSecrets(parsed.definition, rests);
  const asked = namedPaths(definition).filter(canBeRead).slice(0, namedFiles.most);
  const files = await readNamedWithSecrets(session, asked);
  return {
    kind: "fetched",
    path,
    definition,
    remarks: plainRemarks(parsed.remarks, definition),
    leftOut,
    files,
  };
}
