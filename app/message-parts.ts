import type { AbstractIntlMessages } from "next-intl";

/** Texts that pages before the login need too. */
const entrance = ["common", "shell", "issues", "login", "setup"];
/** Texts that only the server speaks: it sends whole sentences. */
const serverOnly = ["errors"];

type Choice = (namespace: string) => boolean;

export const everywhere: Choice = (namespace) => entrance.includes(namespace);
export const inTheConsole: Choice = (namespace) => !serverOnly.includes(namespace);

/** The texts that go to the browser with a page. */
export const pickMessages = (messages: AbstractIntlMessages, chosen: Choice): AbstractIntlMessages =>
  Object.fromEntries(Object.entries(messages).filter(([namespace]) => chosen(namespace)));
