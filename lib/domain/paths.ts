/** Every URL of the product is made here. Values are encoded, so an id can never change the path it stands in. */
const at = (strings: TemplateStringsArray, ...values: (string | number)[]) =>
  strings.reduce((path, part, index) => path + encodeURIComponent(String(values[index - 1])) + part);

type Query = Readonly<Record<string, string | number | undefined>>;

/** What is not given is left out. */
function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** A place in a file as one text: keys may hold slashes, so each is encoded before they are joined. */
const placeText = (place: readonly (string | number)[]) =>
  place.map((key) => encodeURIComponent(key)).join("/");

/** What the page of a new push is opened with. */
export type NewPushQuery = {
  rev?: number | undefined;
  of?: string | undefined;
  node?: string | undefined;
  only?: string | undefined;
  without?: string | undefined;
  depth?: string | undefined;
  wait?: number | undefined;
};

export const pages = {
  overview: () => "/",
  login: (next?: string) => (next ? `/login?next=${encodeURIComponent(next)}` : "/login"),
  setup: () => "/setup",
  /** Where a password that somebody else has seen is changed, before anything else. */
  newPassword: () => "/password",
  systemCheck: () => "/setup/check",
  configurations: () => "/configurations",
  newConfiguration: () => "/configurations/new",
  /** `node` is the node whose file is imported, `into` the configuration it is meant for. */
  importConfiguration: (node?: string, into?: string) => withQuery("/configurations/import", { node, into }),
  /** `at` is a place in the file, keys from the top and positions from 0, for the editor to open. */
  configuration: (id: string, place: { at?: readonly (string | number)[] } = {}) =>
    withQuery(at`/configurations/${id}`, place.at ? { at: placeText(place.at) } : {}),
  revisions: (id: string, query: { show?: number; below?: number } = {}) =>
    withQuery(at`/configurations/${id}/revisions`, query),
  compareRevisions: (id: string, query: { from?: number; to?: number } = {}) =>
    withQuery(at`/configurations/${id}/revisions/compare`, query),
  /** `node` is the node whose templates are taken over. */
  configurationTemplates: (id: string, query: { node?: string } = {}) =>
    withQuery(at`/configurations/${id}/templates`, query),
  simulate: (asked: string | Query = {}) =>
    withQuery("/simulate", typeof asked === "string" ? { image: asked } : asked),
  nodes: () => "/nodes",
  newNode: () => "/nodes/new",
  importNodes: () => "/nodes/import",
  /** `edit` opens its form, for what somebody came to change. */
  node: (id: string, query: { edit?: string } = {}) => withQuery(at`/nodes/${id}`, query),
  group: (id: string) => at`/groups/${id}`,
  pushes: () => "/pushes",
  /**
   * `rev` is a revision that is not the newest, `of` the push it takes back and `node` the only one to take back;
   * `only` and `without` name a node to begin with alone or to leave out, `depth` says how far it verifies and `wait`
   * how many seconds a service may take.
   */
  newPush: (group?: string, query: NewPushQuery = {}) => withQuery("/pushes/new", { group, ...query }),
  /** `show` is the state of the nodes that are listed. */
  push: (id: string, query: { show?: string } = {}) => withQuery(at`/pushes/${id}`, query),
  drift: (asked: string | Query = {}) =>
    withQuery("/drift", typeof asked === "string" ? { state: asked } : asked),
  /** A text is who acted; a query is a filter, and before which event the page begins. */
  audit: (asked: string | Query = {}) =>
    withQuery("/audit", typeof asked === "string" ? { actor: asked } : asked),
  credentials: (kind?: string) => (kind ? at`/credentials?kind=${kind}` : "/credentials"),
  /** Logins and certificates may bear the same slug, so the kind says which. */
  credential: (slug: string) => withQuery(at`/credentials/${slug}`, { kind: "registry" }),
  certificate: (slug: string) => withQuery(at`/credentials/${slug}`, { kind: "tls" }),
  settings: (section: string) => at`/settings/${section}`,
} as const;

export const apis = {
  health: () => "/api/v1/health",
  setup: () => "/api/v1/setup",
  sessions: () => "/api/v1/sessions",
  session: (id: string) => at`/api/v1/sessions/${id}`,
  passwordCheck: () => "/api/v1/sessions/password-check",
  ownPassword: () => "/api/v1/password",
  people: () => "/api/v1/people",
  person: (id: string) => at`/api/v1/people/${id}`,
  personRole: (id: string) => at`/api/v1/people/${id}/role`,
  personDisabled: (id: string) => at`/api/v1/people/${id}/disabled`,
  personPassword: (id: string) => at`/api/v1/people/${id}/password`,
  tokens: () => "/api/v1/tokens",
  token: (id: string) => at`/api/v1/tokens/${id}`,
  decode: () => "/api/v1/decode",
  lint: () => "/api/v1/lint",
  explain: () => "/api/v1/explain",
  containerd: () => "/api/v1/containerd",
  registryTests: () => "/api/v1/registry-tests",
  harborProjects: () => "/api/v1/harbor/projects",
  publicMirrors: () => "/api/v1/public-mirrors",
  publicMirror: (id: string) => at`/api/v1/public-mirrors/${id}`,
  auditExport: (format: string, query: Query = {}) => withQuery("/api/v1/audit/export", { format, ...query }),
  auditVerification: () => "/api/v1/audit/verification",
  configurations: () => "/api/v1/configurations",
  configuration: (id: string, query: { revision?: number } = {}) =>
    withQuery(at`/api/v1/configurations/${id}`, query),
  configurationRevisions: (id: string) => at`/api/v1/configurations/${id}/revisions`,
  compareRevisions: (id: string, query: { from?: number; to?: number } = {}) =>
    withQuery(at`/api/v1/configurations/${id}/revisions/compare`, query),
  restoreRevision: (id: string) => at`/api/v1/configurations/${id}/revisions/restore`,
  configurationTemplates: (id: string, query: { revision?: number } = {}) =>
    withQuery(at`/api/v1/configurations/${id}/templates`, query),
  duplicateConfiguration: (id: string) => at`/api/v1/configurations/${id}/duplicate`,
  registriesYaml: (id: string) => at`/api/v1/configurations/${id}/registries.yaml`,
  exportConfiguration: (id: string) => at`/api/v1/configurations/${id}/export`,
  credentials: () => "/api/v1/credentials",
  credential: (id: string) => at`/api/v1/credentials/${id}`,
  certificates: () => "/api/v1/certificates",
  certificate: (id: string) => at`/api/v1/certificates/${id}`,
  inspectCertificate: () => "/api/v1/certificates/inspect",
  sshCredentials: () => "/api/v1/ssh-credentials",
  sshCredential: (id: string) => at`/api/v1/ssh-credentials/${id}`,
  sshCredentialReplacement: (id: string) => at`/api/v1/ssh-credentials/${id}/replacement`,
  sshReplacement: (id: string) => at`/api/v1/ssh-replacements/${id}`,
  sshReplacementTry: (id: string) => at`/api/v1/ssh-replacements/${id}/try`,
  sshReplacementUse: (id: string) => at`/api/v1/ssh-replacements/${id}/use`,
  hostAuthorities: () => "/api/v1/host-authorities",
  /** `keys` says what becomes of the host keys that it vouched for. */
  hostAuthority: (id: string, query: { keys?: "forget" | "keep" } = {}) =>
    withQuery(at`/api/v1/host-authorities/${id}`, query),
  nodes: () => "/api/v1/nodes",
  importNodes: () => "/api/v1/nodes/import",
  node: (id: string) => at`/api/v1/nodes/${id}`,
  nodeHostKey: (id: string) => at`/api/v1/nodes/${id}/host-key`,
  testNode: (id: string) => at`/api/v1/nodes/${id}/test`,
  nodeRegistriesFile: (id: string) => at`/api/v1/nodes/${id}/registries-file`,
  nodeTemplates: (id: string) => at`/api/v1/nodes/${id}/templates`,
  nodeCluster: (id: string) => at`/api/v1/nodes/${id}/cluster`,
  groups: () => "/api/v1/groups",
  group: (id: string) => at`/api/v1/groups/${id}`,
  groupLock: (id: string) => at`/api/v1/groups/${id}/lock`,
  clusters: () => "/api/v1/clusters",
  cluster: (id: string) => at`/api/v1/clusters/${id}`,
  pushes: () => "/api/v1/pushes",
  runningPushes: () => "/api/v1/pushes?running=true",
  reviewPush: () => "/api/v1/pushes/review",
  reachPush: () => "/api/v1/pushes/reach",
  push: (id: string) => at`/api/v1/pushes/${id}`,
  pushEvents: (id: string) => at`/api/v1/pushes/${id}/events`,
  drift: () => "/api/v1/drift",
  checkDrift: () => "/api/v1/drift/checks",
  snoozeDrift: () => "/api/v1/drift/snoozes",
  stopPush: (id: string) => at`/api/v1/pushes/${id}/stop`,
  pausePush: (id: string) => at`/api/v1/pushes/${id}/pause`,
  continuePush: (id: string) => at`/api/v1/pushes/${id}/continue`,
  /** `node` is the id of the one to repeat in the push; `only` leaves out those that failed. */
  retryPush: (id: string, query: { node?: string; only?: "untouched" } = {}) =>
    withQuery(at`/api/v1/pushes/${id}/retry`, query),
  handleFault: (id: string) => at`/api/v1/pushes/${id}/handled`,
} as const;
