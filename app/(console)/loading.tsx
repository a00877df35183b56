import { useTranslations } from "next-intl";
import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";

export default function Loading() {
  const t = useTranslations("common");
  return (
    <>
      <Skeleton className="mb-8 h-7 w-48 animate-late" />
      <TableSkeleton label={t("loading")} />
    </>
  );
}
