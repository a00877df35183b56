import { type PushOptions, pushOptionsSchema } from "./options";
import { verifyDepths } from "./verify-depth";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What the address of a new push asks for: options to begin with, and the nodes. */
export type Asked = {
  options: Partial<Pick<PushOptions, "verifyDepth" | "startSeconds">>;
  /** The only node to begin with. */
  only: string | null;
  /** A node to leave out. */
  without: string | null;
};

const textOf = (value: Query[string]): string | null =>
  typeof value === "string" && value !== "" ? value : null;

const isPossible = (seconds: number): boolean =>
  pushOptionsSchema.shape.startSeconds.safeParse(seconds).success;

/** Reads it leniently: what cannot be meant is not asked for. */
export function readAsked(query: Query): Asked {
  const verifyDepth = verifyDepths.find((depth) => depth === query["depth"]);
  const wait = /^\d{1,4}$/.test(textOf(query["wait"]) ?? "") ? Number(query["wait"]) : null;
  return {
    options: {
      ...(verifyDepth !== undefined && { verifyDepth }),
      ...(wait !== null && isPossible(wait) && { startSeconds: wait }),
    },
    only: textOf(query["only"]),
    without: textOf(query["without"]),
  };
}
