import { PageMissing } from "@/components/shell/page-missing";

export default function ConsoleNotFound() {
  return <PageMissing />;
}
