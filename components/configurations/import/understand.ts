import type { ConversionRow } from "@/lib/domain/formats/outcomes";
import { hidden, maskSecrets } from "@/lib/domain/registries/mask";
import type { ParseResult } from "@/lib/domain/registries/parse";
import { parse } from "@/lib/domain/registries/parse";
import {
  findPlainSecrets,
  type PlainSecrets,
  withoutSecretNotes,
  withoutUserInfo,
} from "@/lib/domain/registries/plain-secrets";
import { render } from "@/lib/domain/registries/render";
import type { Definition } from "@/lib/domain/registries/schema";
import { liftSecrets } from "@/lib/domain/registries/secrets";
import { type Summary, summarise } from "@/lib/domain/registries/summary";

type Remarks = Extract<ParseResult, { ok: true }>["remarks"];

export type Understood =
  | { ok: false; error: string; line: number | null }
  | {
      ok: true;
      definition: Definition;
      remarks: Remarks;
      /** For a file of another tool, what becomes of each of its keys. */
      rows: ConversionRow[];
      summary: Summary;
      /** The file as it will be, with each login it held already moved to a credential and what else may be one hidden. */
      preview: string;
      credentials: { slug: string; host: string; fields: string[] }[];
      /** Paths of TLS files that must exist on the nodes. */
      paths: string[];
      /** What may be secret and would be kept as plain text. */
      plain: PlainSecrets;
      /** The same file without one kind of that. */
      without: (what: keyof PlainSecrets) => Good;
    };

export type Good = Extract<Understood, { ok: true }>;

/** Names for new credentials, none of them twice. */
export const freeName = (inUse: readonly string[] = []) => {
  const taken = new Set(inUse);
  return (_host: string, suggested: string) => {
    let slug = suggested;
    for (let number = 2; taken.has(slug); number++) slug = `${suggested.slice(0, 58)}-${number}`;
    taken.add(slug);
    return slug;
  };
};

/** What a file says and what an import will make of it; nothing leaves the browser for this. */
export function understand(text: string): Understood {
  const parsed = parse(text);
  if (!parsed.ok) return { ok: false, error: parsed.error, line: parsed.line };
  return explain(parsed.definition, parsed.remarks);
}

const removals = { notes: withoutSecretNotes, urls: withoutUserInfo };

export function explain(definition: Definition, remarks: Remarks): Good {
  const lifted = liftSecrets(definition, freeName());
  return {
    ok: true,
    definition,
    remarks,
    rows: [],
    summary: summarise(definition),
    preview: render(maskSecrets(lifted.definition, () => hidden)),
    credentials: lifted.credentials.map(({ slug, suggestedName, fields }) => ({
      slug,
      host: suggestedName,
      fields: Object.keys(fields),
    })),
    paths: tlsPaths(definition),
    plain: findPlainSecrets(definition),
    without: (what) => explain(removals[what](definition), remarks),
  };
}

function tlsPaths(definition: Definition): string[] {
  const files = (definition.registryHosts ?? []).flatMap(({ tls }) =>
    tls ? [tls.ca_file, tls.cert_file, tls.key_file] : [],
  );
  return [
    ...new Set(files.flatMap((file) => (file?.kind === "path" && file.path !== "" ? [file.path] : []))),
  ];
}
