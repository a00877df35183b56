import type { ReactNode } from "react";

/** The tag of texts about files and names. */
export const rich = {
  code: (chunks: ReactNode) => (
    <code translate="no" className="text-code [overflow-wrap:anywhere]">
      {chunks}
    </code>
  ),
};

/** The same where only text can stand. */
export const plain = { code: (chunks: string) => chunks };
