import type { AbstractIntlMessages } from "next-intl";

/** Texts of every page. */
const shared = ["common", "shell", "issues"];
/** Texts of the pages before the login alone. */
const entrance = ["login", "password", "setup"];
/** Texts that the frame of the console speaks on each of its pages. */
const frame = [...shared, "mirrors"];

/**
 * The texts of each section of the console, besides those of its frame. What a page says in the browser must stand here;
 * a test follows its imports. All of them would be more than the rest of a page.
 */
export const sections = {
  audit: ["audittools"],
  configurations: [
    "certificates",
    "configurations",
    "drafts",
    "editor",
    "export",
    "faults",
    "findings",
    "harbor",
    "import",
    "lint",
    "nodefile",
    "nodes",
    "pushes",
    "registrytest",
    "revisions",
    "templates",
  ],
  credentials: [
    "certificates",
    "credentials",
    "faults",
    "hostauthorities",
    "nodes",
    "registrytest",
    "sshreplacement",
  ],
  drift: ["drift", "faults", "nodes", "pushes"],
  groups: ["faults", "grouplock", "groups", "nodes", "pushes", "vouching"],
  nodes: [
    "faults",
    "groups",
    "import",
    "inventory",
    "nodefile",
    "nodes",
    "nodetemplates",
    "pushes",
    "vouching",
  ],
  pushes: ["certificates", "faults", "findings", "lint", "nodetemplates", "pushcards", "pushes"],
  settings: ["registrytest", "settings"],
  simulate: ["explain", "faults", "registrytest", "simulator"],
} as const satisfies Record<string, readonly string[]>;

export type Section = keyof typeof sections;

/** Texts of single pages, on top of those of their section, whose other pages need not carry them. */
export const singlePages = {
  "configurations/[id]/templates": ["containerdtemplates", "nodetemplates"],
  "pushes/new": ["grouplock", "pushreach"],
  "settings/password": ["password"],
  "settings/people": ["people"],
  "settings/tokens": ["tokens"],
} as const satisfies Record<string, readonly string[]>;

export type SinglePage = keyof typeof singlePages;

type Choice = (namespace: string) => boolean;

export const everywhere: Choice = (namespace) => [...shared, ...entrance].includes(namespace);
export const inTheFrame: Choice = (namespace) => frame.includes(namespace);
export const inSection =
  (section: Section): Choice =>
  (namespace) =>
    [...frame, ...sections[section]].includes(namespace);
export const onPage =
  (page: SinglePage): Choice =>
  (namespace) =>
    (singlePages[page] as readonly string[]).includes(namespace);

/** The texts that go to the browser with a page. */
export const pickMessages = (messages: AbstractIntlMessages, chosen: Choice): AbstractIntlMessages =>
  Object.fromEntries(Object.entries(messages).filter(([namespace]) => chosen(namespace)));
