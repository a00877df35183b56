import { cookies } from "next/headers";
import { type Theme, toTheme } from "@/lib/client/theme";

/** The looks a reader chose, from the cookies that the browser keeps. */
export async function readPreferences(): Promise<{
  theme: Theme;
  sidebarCollapsed: boolean;
  diffLayout: "split" | "unified";
}> {
  const jar = await cookies();
  return {
    theme: toTheme(jar.get("theme")?.value),
    diffLayout: jar.get("diff")?.value === "unified" ? "unified" : "split",
    sidebarCollapsed: jar.get("sidebar")?.value === "collapsed",
  };
}
