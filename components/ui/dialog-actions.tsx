import type { ReactNode } from "react";

/** The buttons at the end of a form in a dialog, the main one last. They stay in view, over the padding of the dialog, while a long form scrolls. */
export function DialogActions({ children }: { children: ReactNode }) {
  return (
    <div className="sticky -bottom-2 z-10 -mx-5 flex flex-wrap justify-end gap-2 bg-float px-5 py-2">
      {children}
    </div>
  );
}
