import type { ReactNode } from "react";
import type { Theme } from "@/lib/client/theme";
import { Drawer } from "./drawer";
import { KeepFocus } from "./keep-focus";
import { RouteFocus } from "./route-focus";
import { type ShellUser, Sidebar } from "./sidebar";
import { SkipLink } from "./skip-link";
import { TopBar } from "./top-bar";

type ConsoleShellProps = {
  user: ShellUser;
  theme: Theme;
  version: string;
  collapsed: boolean;
  /** A link to the push that runs now. */
  running?: ReactNode;
  children: ReactNode;
};

export function ConsoleShell({ user, theme, version, collapsed, running, children }: ConsoleShellProps) {
  return (
    <>
      <SkipLink />
      <div className="flex min-h-dvh">
        <Sidebar user={user} theme={theme} version={version} collapsed={collapsed} />
        <div className="flex min-w-0 flex-1 flex-col">
          <TopBar drawer={<Drawer user={user} theme={theme} version={version} />} aside={running} />
          <main id="content" tabIndex={-1} className="w-full max-w-360 flex-1 px-4 py-6 lg:px-8 lg:py-7">
            {children}
          </main>
        </div>
      </div>
      <RouteFocus />
      <KeepFocus />
    </>
  );
}
