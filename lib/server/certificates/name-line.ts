import "server-only";

/** Node writes one attribute a line, the most general first; people look for the common name, which comes last. */
export const nameLine = (name: string | undefined) =>
  (name ?? "")
    .split("\n")
    .reverse()
    .join(", ")
    .replace(/\p{Cc}/gu, " ")
    .slice(0, 1024);
