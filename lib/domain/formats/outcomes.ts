/** What becomes of one key of a foreign file, by what is said of it. */
export const outcomes = {
  // It means the same in registries.yaml.
  "hub-mirror": "taken",
  endpoint: "taken",
  login: "taken",
  "identity-token": "taken",
  "tls-file": "taken",
  "skip-verify": "taken",
  "server-same": "taken",
  capabilities: "taken",
  "override-path": "taken",
  rewrite: "taken",
  "nothing-said": "taken",
  // It becomes something that does the same, or nearly.
  "insecure-registry": "changed",
  "login-decoded": "changed",
  "hub-login": "changed",
  "host-only": "changed",
  "token-wins": "changed",
  "server-as-endpoint": "changed",
  "user-info": "changed",
  "resolve-added": "changed",
  "pull-added": "changed",
  "first-file": "changed",
  "relative-path": "changed",
  "root-path": "changed",
  "rewrite-shared": "changed",
  "own-endpoint": "changed",
  // There is nothing in registries.yaml for it.
  "not-registry": "left",
  proxy: "left",
  limits: "left",
  "push-setting": "left",
  range: "left",
  "credential-store": "left",
  "credential-helper": "left",
  "login-elsewhere": "left",
  headers: "left",
  email: "left",
  "registry-token": "left",
  "client-setting": "left",
  glob: "left",
  "same-host": "left",
  "tls-differs": "left",
  "rewrite-differs": "left",
  "unsafe-name": "left",
  "unusable-text": "left",
  "wrong-type": "left",
  "unknown-key": "left",
  "config-path": "left",
  "dial-timeout": "left",
  "push-only": "left",
  "too-many": "left",
  "too-many-keys": "left",
} as const satisfies Record<string, "taken" | "changed" | "left">;

export type RowCode = keyof typeof outcomes;
export type Outcome = (typeof outcomes)[RowCode];

/** `params` name keys, hosts and numbers; a value of the file is never among them, as it may be secret. */
export type ConversionRow = {
  path: string;
  outcome: Outcome;
  code: RowCode;
  params: Readonly<Record<string, string | number>>;
};
