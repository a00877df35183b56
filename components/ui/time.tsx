"use client";
import { useFormatter, useNow } from "next-intl";
import { spaced } from "./spaced";
import { useTimeZone } from "./use-time-zone";

type TimeProps = {
  /** ISO text or a date. */
  value: string | Date;
  /** `relative` counts what has passed, `ahead` the days that are left. The exact time is in the title. */
  style?: "exact" | "relative" | "ahead" | "date";
};

/** A point in time: first in UTC as the server writes it, then in the reader's own zone. */
export function Time({ value, style = "exact" }: TimeProps) {
  const format = useFormatter();
  const now = useNow(style === "relative" || style === "ahead" ? { updateInterval: 30_000 } : undefined);
  const timeZone = useTimeZone();
  const date = new Date(value);
  const text = {
    exact: () => format.dateTime(date, { dateStyle: "medium", timeStyle: "short", timeZone }),
    date: () => format.dateTime(date, { dateStyle: "medium", timeZone }),
    relative: () => spaced(format.relativeTime(date, date > now ? date : now)),
    ahead: () => spaced(format.relativeTime(date, { now: date < now ? date : now, unit: "day" })),
  }[style];
  return (
    <time
      // Node and browsers carry different editions of the same locale data, and time passes between both.
      suppressHydrationWarning
      dateTime={date.toISOString()}
      title={date.toISOString()}
      className="whitespace-nowrap tabular-nums"
    >
      {text()}
    </time>
  );
}
