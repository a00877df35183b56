import type { ReactNode } from "react";
import type { Theme } from "@/lib/client/theme";
import { Brand } from "./brand";
import { LanguageMenu } from "./language-menu";
import { SkipLink } from "./skip-link";
import { ThemeMenu } from "./theme-menu";

/** The frame of the pages before the login. */
export function Entrance({ theme, children }: { theme: Theme; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col bg-ground">
      <SkipLink />
      <header className="flex h-14 shrink-0 items-center justify-between px-5">
        <Brand />
        <div className="flex gap-1">
          <LanguageMenu />
          <ThemeMenu theme={theme} />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="flex flex-1 flex-col items-center px-4 pt-[8vh] pb-16">
        {children}
      </main>
    </div>
  );
}
