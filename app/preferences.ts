import { cookies } from "next/headers";
import { toSplit } from "@/lib/client/split-position";
import { type Theme, toTheme } from "@/lib/client/theme";

/** The looks a reader chose, from the cookies that the browser keeps. */
export async function readPreferences(): Promise<{
  theme: Theme;
  sidebarCollapsed: boolean;
  diffLayout: "split" | "unified";
  /** How much of the width the fields of the editor take, in percent. */
  split: number;
}> {
  const jar = await cookies();
  return {
    theme: toTheme(jar.get("theme")?.value),
    diffLayout: jar.get("diff")?.value === "unified" ? "unified" : "split",
    split: toSplit(jar.get("split")?.value),
    sidebarCollapsed: jar.get("sidebar")?.value === "collapsed",
  };
}
