import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { localeCookie, matchLocale } from "./locales";
import { loadMessages } from "./messages";

export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value;
  const locale = matchLocale(chosen, (await headers()).get("accept-language"));
  // One fixed zone keeps the server's first paint and the browser alike; the browser may show local time after it.
  return { locale, messages: await loadMessages(locale), timeZone: "UTC" };
});
