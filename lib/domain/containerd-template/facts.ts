import * as z from "zod/mini";
import { templateNames } from "@/lib/domain/registries/target";

/**
 * What a template of the administrator does to registries.yaml. `unread` is a file that this release does not look at,
 * `stops` one with which containerd does not start its CRI plugin, and `unreadable` one that K3s itself cannot read.
 */
export const templateVerdicts = [
  "extends",
  "keeps",
  "hides",
  "stops",
  "unread",
  "unreadable",
  "unknown",
] as const;
export type TemplateVerdict = (typeof templateVerdicts)[number];

/** Why; each has a sentence in the catalogue. */
export const templateReasons = [
  "no-path",
  "other-table",
  "other-folder",
  "beside-path",
  "tls-beside-path",
  "twice",
  "version-too-new",
  "older-release",
  "displaced",
  "unclosed",
  "unbalanced",
  "unknown-function",
  "unknown-template",
  "base-without-data",
  "base-after-table",
  "conditional",
  "no-version",
  "made-path",
  "unclear",
  "old-mirrors",
  "old-release",
  "no-release",
  "too-large",
  "not-text",
] as const;
export type TemplateReason = (typeof templateReasons)[number];

/** What a person would write; the sentences of the reasons name it. */
export const templateSnippets = {
  base: '{{ template "base" . }}',
  folder: "{{ .NodeConfig.Containerd.Registry }}",
};

/** Where K3s and RKE2 look for templates, and write what they make of them. */
export const templateFolder = (dataDir: string): string =>
  `${dataDir.replace(/\/+$/, "")}/agent/etc/containerd`;

export type TemplateName = (typeof templateNames)[number];

/** `logins` tells whether the logins of registries.yaml reach containerd too; null where nobody can say. */
export type Judgement = {
  verdict: TemplateVerdict;
  reason: TemplateReason | null;
  logins: boolean | null;
  line: number | null;
};

/** What is kept of a template: never its text, which may hold a password. */
export const templateFactSchema = z.object({
  path: z.string(),
  name: z.enum(templateNames),
  verdict: z.enum(templateVerdicts),
  reason: z.nullable(z.enum(templateReasons)),
  logins: z.nullable(z.boolean()),
  line: z.nullable(z.number()),
  /** Of the raw file, as long as a look lasts: facts that are stored have none. */
  sha256: z.optional(z.string()),
});
export type TemplateFact = z.infer<typeof templateFactSchema>;

/** A template as a person may see it: secrets are masked, and a text that is too large or none is null. */
export type NodeTemplate = TemplateFact & { text: string | null; masked: boolean };
