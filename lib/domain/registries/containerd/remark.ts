export const containerdRemarkCodes = [
  /** The release builds its files in another way, or nobody has looked: what is shown is a sketch. */
  "version-old",
  "version-unproven",
  /** K3s cannot read a key or an endpoint and goes on without it. */
  "key-skipped",
  "endpoint-skipped",
  "endpoint-duplicate",
  /** Written to a place containerd does not look at, or beyond the folder of the files. */
  "file-elsewhere",
  /** Two keys are written to one file, and chance decides which of them stays. */
  "file-twice",
  /** K3s cannot write it and does not start: a line of it is too long, or a name in its path. */
  "file-not-written",
  /** No TOML: containerd leaves a hosts.toml aside whole, and does not start with such a config.toml. */
  "file-unreadable",
  /** So many endpoints times so many rewrites that the file is not shown. */
  "file-too-large",
  /** Newer releases of Go refuse such a host, so whether K3s reads it depends on how it was built. */
  "host-colons",
  /** The node's own template decides whether the credentials of these hosts reach containerd. */
  "auth-needs-template",
] as const;
export type ContainerdRemarkCode = (typeof containerdRemarkCodes)[number];

/** Something to know about the files. Parameters hold keys and positions, never an endpoint, which may hold a password. */
export type ContainerdRemark = {
  code: ContainerdRemarkCode;
  params: Readonly<Record<string, string | number>>;
};

/** With any of these, K3s may well write something else than what is predicted. */
const unsure: readonly ContainerdRemarkCode[] = [
  "version-old",
  "version-unproven",
  "file-elsewhere",
  "file-twice",
  "file-not-written",
  "file-too-large",
  "host-colons",
];

export const isSure = (remarks: readonly ContainerdRemark[]): boolean =>
  !remarks.some(({ code }) => unsure.includes(code));
