"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { DialogLook } from "./dialog";
import { IconButton } from "./icon-button";
import { backdropStyle, popupStyle } from "./popup-style";
import { inTip } from "./tip";

/** Who opens a form wants to write; what is chosen among several begins with what is chosen. */
const firstField =
  "input:not([type=hidden], [type=radio], [type=checkbox], [type=file]), textarea, select, input[type=radio]:checked";

type DialogPopupProps = DialogLook & { open: boolean; onOpenChange: (open: boolean) => void };

export function DialogPopup(props: DialogPopupProps) {
  const { title, description, children, footer, width = "md", stays = false, open, onOpenChange } = props;
  const t = useTranslations("common");
  const box = useRef<HTMLDivElement>(null);
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, { event }) => stays || inTip(event.target) || onOpenChange(next)}
    >
      <Base.Portal>
        <Base.Backdrop className={backdropStyle} />
        <Base.Popup
          ref={box}
          initialFocus={() => box.current?.querySelector<HTMLElement>(firstField) ?? true}
          className={`${popupStyle} ${width === "lg" ? "max-w-3xl" : "max-w-lg"}`}
        >
          <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-2">
            <div className="min-w-0 space-y-1">
              <Base.Title className="font-semibold text-lg">{title}</Base.Title>
              {description ? (
                <Base.Description className="text-muted text-prose">{description}</Base.Description>
              ) : null}
            </div>
            {stays ? null : (
              <Base.Close render={<IconButton label={t("close")} icon={<X size={16} aria-hidden />} />} />
            )}
          </header>
          <div className="min-h-0 scroll-pb-16 overflow-y-auto px-5 py-2">{children}</div>
          {footer ? (
            <footer className="flex flex-wrap justify-end gap-2 px-5 pt-2 pb-4">{footer}</footer>
          ) : (
            <div className="pb-3" />
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
