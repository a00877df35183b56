import type { Messages } from "next-intl";
import type { Locale } from "./locales";

const namespaces = [
  "common",
  "shell",
  "errors",
  "issues",
  "setup",
  "login",
  "overview",
  "configurations",
  "revisions",
  "editor",
  "templates",
  "harbor",
  "hostauthorities",
  "sshreplacement",
  "vouching",
  "mirrors",
  "drafts",
  "import",
  "nodefile",
  "export",
  "credentials",
  "certificates",
  "nodes",
  "inventory",
  "nodetemplates",
  "containerdtemplates",
  "groups",
  "grouplock",
  "pushes",
  "pushcards",
  "pushreach",
  "drift",
  "audit",
  "audittools",
  "faults",
  "findings",
  "lint",
  "explain",
  "simulator",
  "registrytest",
  "settings",
  "password",
  "people",
  "tokens",
  "cli",
] as const;

const loaded = new Map<Locale, Promise<Messages>>();

async function load(locale: Locale): Promise<Messages> {
  const files = await Promise.all(
    namespaces.map(async (namespace) => {
      const file: { default: Messages } = await import(`./${locale}/${namespace}.json`);
      return [namespace, file.default] as const;
    }),
  );
  return Object.fromEntries(files);
}

/** Every text of a language, by namespace. */
export function loadMessages(locale: Locale): Promise<Messages> {
  const messages = loaded.get(locale) ?? load(locale);
  loaded.set(locale, messages);
  return messages;
}
