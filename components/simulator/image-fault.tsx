"use client";

import { useTranslations } from "next-intl";
import type { ReferenceFault } from "@/lib/domain/registries/reference-fault";
import { rich } from "./rich";

type ImageFaultProps = { id: string; image: string; fault: ReferenceFault };

/** The name with the part that is refused, where it stands, and what may stand there. */
export function ImageFault({ id, image, fault: { code, start, end } }: ImageFaultProps) {
  const t = useTranslations("simulator.image.fault");
  // People count whole characters, of which some take two units.
  const position = Array.from(image.slice(0, start)).length + 1;
  const wrong = image.slice(start, end);
  const isWhole = start === 0 && wrong === image;
  return (
    <div id={id} role="status" className="space-y-1.5 text-sm">
      <p className="font-semibold text-error">{t("title")}</p>
      {image === "" ? null : (
        <p
          translate="no"
          className="rounded-md bg-subtle px-3 py-2 font-mono text-code [overflow-wrap:anywhere]"
        >
          {image.slice(0, start)}
          <mark className="rounded-sm bg-error-tint text-error underline decoration-2 underline-offset-4">
            {wrong === "" ? "␣" : wrong.replaceAll(" ", "␣")}
          </mark>
          {image.slice(end)}
        </p>
      )}
      <p>
        {isWhole ? null : (
          <span className="me-2 text-muted">
            {wrong === ""
              ? t("at", { position })
              : t.rich("position", { position, character: wrong.slice(0, 40), ...rich })}
          </span>
        )}
        {t(code)}
      </p>
    </div>
  );
}
