import { cookies } from "next/headers";
import { type Theme, toTheme } from "@/lib/client/theme";

/** The looks a reader chose, from the cookies that the browser keeps. */
export async function readPreferences(): Promise<{ theme: Theme; sidebarCollapsed: boolean }> {
  const jar = await cookies();
  return {
    theme: toTheme(jar.get("theme")?.value),
    sidebarCollapsed: jar.get("sidebar")?.value === "collapsed",
  };
}
