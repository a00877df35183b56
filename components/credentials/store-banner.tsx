import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";

/** Says why stored values cannot be used, when they cannot. */
export function StoreBanner({ state }: { state: "ready" | "key-missing" | "key-wrong" }) {
  const t = useTranslations("credentials");
  const errors = useTranslations("errors");
  if (state === "ready") return null;
  return (
    <div className="mb-4">
      <Banner kind="error" title={t("storeClosed")}>
        {errors(state === "key-missing" ? "masterKeyMissing" : "masterKeyWrong")}
      </Banner>
    </div>
  );
}
