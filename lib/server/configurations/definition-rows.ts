import "server-only";

/** Rows of the tables that hold a definition, as far as writing and reading them have in common. */
export type MirrorRow = {
  id: string;
  name: string;
  note: string;
  endpointsPresent: boolean;
  rewritesPresent: boolean;
};
export type EndpointRow = { mirrorId: string; url: string; note: string };
export type RewriteRow = { mirrorId: string; pattern: string; replacement: string; note: string };
export type HostRow = {
  id: string;
  section: string;
  host: string;
  note: string;
  authPresent: boolean;
  tlsPresent: boolean;
  insecureSkipVerify: boolean;
};
export type AuthValueRow = { registryHostId: string; field: string; text: string | null };
export type TlsValueRow = { registryHostId: string; file: string; path: string | null };
export type ExtraRow = {
  place: string;
  mirrorId: string | null;
  registryHostId: string | null;
  key: string;
  text: string | null;
  note: string;
};

type Placed = { position: number };
type OfRevision = { revisionId: string };
type ByCredential = { credentialId: string | null };

/** The rows of one revision, table by table, ready for insertion in this order. */
export type NewRows = {
  mirrors: (MirrorRow & OfRevision & Placed)[];
  endpoints: (EndpointRow & Placed & { id: string })[];
  rewrites: (RewriteRow & Placed & { id: string })[];
  registryHosts: (HostRow & OfRevision & Placed)[];
  authValues: (AuthValueRow & ByCredential)[];
  tlsValues: (TlsValueRow & { certificateId: string | null })[];
  extras: (ExtraRow & OfRevision & Placed & ByCredential & { id: string })[];
};

type Slug = { slug: string } | null;

/** The rows of one revision as they are read: every list in the order of its positions. */
export type StoredRows = {
  mirrors: MirrorRow[];
  endpoints: EndpointRow[];
  rewrites: RewriteRow[];
  registryHosts: HostRow[];
  authValues: (AuthValueRow & { credential: Slug })[];
  tlsValues: (TlsValueRow & { certificate: Slug })[];
  extras: (ExtraRow & { credential: Slug })[];
};
