import type { AuthField, TlsFile } from "../fields";

/** What a change concerns: the file as a whole, one of its entries by name, or a containerd template beside it. */
export type Subject =
  | { readonly kind: "file" }
  | { readonly kind: "template"; readonly name: string }
  | { readonly kind: "mirror" | "registryHost" | "legacyAuth"; readonly name: string };

export type SectionKey = "mirrors" | "configs" | "auths";
type NoteChange = { change: "added" | "removed" | "changed" };
type Written = { change: "written" | "dropped" };
export type ExtraPlace = "file" | "mirror" | "host" | "auth" | "tls";

/** How the value of an auth field may be told: only a user name is ever shown. */
export type AuthValueKind = "shown" | "hidden" | "empty" | "credential";
type AuthFieldValue = { field: AuthField; kind: AuthValueKind; value: string };
type FileKind = "path" | "certificate";
type FileParams = { file: TlsFile; kind: FileKind; value: string };

/** Everything that can differ, with what a sentence about it needs. None of it holds the value of a secret field. */
export interface ChangeParams {
  readonly "section-empty": Written & { section: SectionKey };
  readonly "section-note": NoteChange & { section: SectionKey };
  readonly "entries-moved": { section: SectionKey; count: number };
  readonly "end-note": NoteChange;
  readonly "mirror-added": { endpoints: number; rewrites: number };
  readonly "host-added": { login: "yes" | "no"; tls: "yes" | "no" };
  readonly "auth-added": Record<never, never>;
  readonly removed: Record<never, never>;
  readonly renamed: { before: string };
  readonly note: NoteChange;
  /** Positions count from 1. */
  readonly "endpoint-added": { url: string; position: number };
  readonly "endpoint-removed": { url: string; position: number };
  readonly "endpoint-changed": { before: string; after: string; position: number };
  readonly "endpoint-moved": { url: string; from: number; to: number };
  readonly "endpoint-note": NoteChange & { url: string };
  readonly "endpoints-empty": Written;
  readonly "rewrite-added": { pattern: string; replacement: string };
  readonly "rewrite-removed": { pattern: string; replacement: string };
  readonly "rewrite-changed": { pattern: string; before: string; after: string };
  readonly "rewrite-pattern": { before: string; after: string; replacement: string };
  readonly "rewrite-note": NoteChange & { pattern: string };
  readonly "rewrites-moved": { count: number };
  readonly "rewrites-empty": Written;
  /** `typed` when the login names no credential, or several. */
  readonly "login-added": { kind: "credential" | "typed"; credential: string };
  readonly "login-removed": Record<never, never>;
  readonly "credential-replaced": { before: string; after: string };
  readonly "credential-version": { credential: string; before: number; after: number };
  readonly "auth-set": AuthFieldValue;
  readonly "auth-replaced": AuthFieldValue;
  readonly "auth-removed": { field: AuthField };
  readonly "username-changed": { before: string; after: string };
  readonly "file-set": FileParams;
  readonly "file-replaced": FileParams & { before: string; beforeKind: FileKind };
  readonly "file-removed": FileParams;
  readonly "certificate-version": { certificate: string; before: number; after: number };
  readonly "verification-off": Record<never, never>;
  readonly "verification-on": Record<never, never>;
  readonly "tls-empty": Written;
  readonly "extra-added": { place: ExtraPlace; key: string };
  readonly "extra-removed": { place: ExtraPlace; key: string };
  readonly "extra-changed": { place: ExtraPlace; key: string };
  readonly "extra-note": NoteChange & { key: string };
  readonly "extras-moved": { place: ExtraPlace };
  readonly "template-added": Record<never, never>;
  readonly "template-changed": Record<never, never>;
  readonly "template-removed": Record<never, never>;
}

export type ChangeCode = keyof ChangeParams;
export type Detail = {
  [Code in ChangeCode]: { readonly code: Code; readonly params: ChangeParams[Code] };
}[ChangeCode];

/** One thing that differs between two definitions. */
export type Change = Detail & { readonly subject: Subject };

/** Says how a note differs, if it does. */
export function noteChange(before: string, after: string): NoteChange | null {
  if (before === after) return null;
  if (before === "") return { change: "added" };
  return { change: after === "" ? "removed" : "changed" };
}

/** Says whether a list or block without content is written at all; what has content is told by its content. */
export function writtenChange(before: Held, after: Held): Written | null {
  if (isFull(before) || isFull(after)) return null;
  if (before === null) return after === null ? null : { change: "written" };
  return after === null ? { change: "dropped" } : null;
}

type Held = readonly unknown[] | null;
const isFull = (list: Held) => list !== null && list.length > 0;
