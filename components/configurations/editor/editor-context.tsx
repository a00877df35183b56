"use client";

import { createContext, type ReactNode, useContext, useMemo, useRef } from "react";
import type { KnownCertificate } from "@/lib/domain/certificates/findings";
import type { CertificateView } from "@/lib/domain/certificates/schema";
import type { CredentialView } from "@/lib/domain/credentials/schema";
import type { PublicMirrorOffer } from "@/lib/domain/public-mirrors/schema";
import { hidden } from "@/lib/domain/registries/mask";
import type { RowMatches } from "./document/apply-definition";
import type { Changes } from "./document/changes";
import { FileWriter } from "./document/file-writer";

export type StoredCredential = Pick<CredentialView, "slug" | "name" | "username" | "fields">;
export type StoredCertificate = Pick<
  CertificateView,
  "slug" | "name" | "kind" | "subject" | "hasKey" | "paths"
> & {
  /** What is judged where it is used. */
  known?: KnownCertificate | undefined;
};

type Opener = (path: string) => void;
type Editor = {
  credentials: readonly StoredCredential[];
  certificates: readonly StoredCertificate[];
  publicMirrors: readonly PublicMirrorOffer[];
  /** Write the file of the document: as it may be shown, and as it is judged, which is line for line the same. */
  writers: { masked: FileWriter; plain: FileWriter };
  /** What is set in the form. */
  changes: Changes;
  /** Opens the card a field stands in, so that the field is on the page and can take the focus. */
  reveal: Opener;
  onReveal: (opener: Opener) => () => void;
  /** Where the rows of a list stood, while the list is set anew. */
  matches: RowMatches;
};

const EditorContext = createContext<Editor | null>(null);

type ProviderProps = Pick<Editor, "credentials" | "certificates" | "publicMirrors" | "changes"> & {
  children: ReactNode;
};

export function EditorProvider(props: ProviderProps) {
  const { credentials, certificates, publicMirrors, changes, children } = props;
  const openers = useRef(new Set<Opener>());
  const editor = useMemo(
    (): Editor => ({
      credentials,
      certificates,
      publicMirrors,
      writers: { masked: new FileWriter(certificates, () => hidden), plain: new FileWriter(certificates) },
      changes,
      reveal: (path) => {
        for (const open of openers.current) open(path);
      },
      matches: new Map(),
      onReveal: (opener) => {
        openers.current.add(opener);
        return () => openers.current.delete(opener);
      },
    }),
    [credentials, certificates, publicMirrors, changes],
  );
  return <EditorContext value={editor}>{children}</EditorContext>;
}

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error("Invariant: a part of the editor stands outside of it");
  return editor;
}
