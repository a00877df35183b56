import type { AbstractIntlMessages } from "next-intl";

/** Texts of every page. */
const shared = ["common", "shell", "issues"];
/** Texts of the pages before the login alone. */
const entrance = ["login", "setup"];
/** Texts that no page speaks: the server sends whole sentences, and the command has its own. */
const elsewhere = ["errors", "cli"];

type Choice = (namespace: string) => boolean;

export const everywhere: Choice = (namespace) => [...shared, ...entrance].includes(namespace);
export const inTheConsole: Choice = (namespace) => ![...entrance, ...elsewhere].includes(namespace);

/** The texts that go to the browser with a page. */
export const pickMessages = (messages: AbstractIntlMessages, chosen: Choice): AbstractIntlMessages =>
  Object.fromEntries(Object.entries(messages).filter(([namespace]) => chosen(namespace)));
