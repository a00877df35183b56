"use client";
import { PageError, type PageErrorProps } from "@/components/shell/page-error";

export default function RootError(props: PageErrorProps) {
  return (
    <main id="content" className="mx-auto max-w-2xl px-4 py-16">
      <PageError {...props} />
    </main>
  );
}
