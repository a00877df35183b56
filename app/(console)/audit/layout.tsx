import type { ReactNode } from "react";
import { SectionTexts } from "@/app/section-texts";

export default function Layout({ children }: { children: ReactNode }) {
  return <SectionTexts section="audit">{children}</SectionTexts>;
}
