import "server-only";

/** A credential or a certificate, by id: what follows a value through pushes is the same for both. */
export type StoredThing = { kind: "credential" | "certificate"; id: string; slug: string; createdAt: Date };

/** The versions of it that pushes froze. */
export const frozenOf = ({ kind, id }: StoredThing) =>
  kind === "credential"
    ? { credentialVersion: { credentialId: id } }
    : { certificateVersion: { certificateId: id } };
