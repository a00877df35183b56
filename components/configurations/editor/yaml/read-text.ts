import { toForm } from "@/lib/domain/registries/form";
import type { DefinitionForm } from "@/lib/domain/registries/form-schema";
import { parse } from "@/lib/domain/registries/parse";
import { certificateAt } from "../document/render-masked";
import type { StoredCertificate } from "../editor-context";

export type TextReading = { ok: true; form: DefinitionForm } | { ok: false; line: number };

/** What the form shows for a text, or the line where it cannot be read. */
export function readFileText(text: string, certificates: readonly StoredCertificate[]): TextReading {
  const read = parse(text, { certificateAt: certificateAt(certificates) });
  return read.ok ? { ok: true, form: toForm(read.definition) } : { ok: false, line: read.line ?? 1 };
}
