import type { BannerKind } from "@/components/ui/banner";
import type { Severity } from "@/lib/domain/certificates/chain";

export const bannerOf: Record<Severity, BannerKind> = { error: "error", warning: "warn", info: "info" };
