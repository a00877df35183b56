import type { ApiError } from "@/lib/client/api";

/** What was refused, with the reader's own time where the server, which knows no zone, tells it in UTC. */
export function inLocalTime(
  { message, params }: Pick<ApiError, "message" | "params">,
  locale: string,
): string {
  const { time, until } = params;
  if (typeof time !== "string" || typeof until !== "string") return message;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  return message.replace(time, () => format.format(new Date(until)));
}
