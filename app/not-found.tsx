import { PageMissing } from "@/components/shell/page-missing";

export default function RootNotFound() {
  return (
    <main id="content" className="mx-auto max-w-2xl px-4 py-16">
      <PageMissing />
    </main>
  );
}
