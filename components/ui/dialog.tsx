"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode } from "react";
import { IconButton } from "./icon-button";

type DialogProps = {
  title: string;
  description?: ReactNode;
  /** The button that opens it; leave out when the page opens it itself. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children?: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
  width?: "md" | "lg";
};

export const popupStyle =
  "float-motion fixed inset-x-0 top-[10vh] z-50 mx-auto flex max-h-[80vh] w-[calc(100vw-2rem)] flex-col rounded-xl border border-line bg-float shadow-float";
export const backdropStyle = "fade-motion fixed inset-0 z-40 bg-[rgb(0_0_0/0.45)]";

/** Focus moves in and stays in, Escape closes, and focus returns to what opened it. */
export function Dialog(props: DialogProps) {
  const { title, description, trigger, children, footer, width = "md" } = props;
  const t = useTranslations("common");
  const control = props.open === undefined ? {} : { open: props.open };
  const change = props.onOpenChange;
  return (
    <Base.Root {...control} onOpenChange={(open) => change?.(open)}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={backdropStyle} />
        <Base.Popup className={`${popupStyle} ${width === "lg" ? "max-w-3xl" : "max-w-lg"}`}>
          <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-2">
            <div className="min-w-0 space-y-1">
              <Base.Title className="font-semibold text-lg">{title}</Base.Title>
              {description ? (
                <Base.Description className="text-muted text-prose">{description}</Base.Description>
              ) : null}
            </div>
            <Base.Close render={<IconButton label={t("close")} icon={<X size={16} aria-hidden />} />} />
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
