"use client";
import { cloneElement, type HTMLProps, type ReactElement, useState } from "react";
import type { Part } from "@/lib/client/part";
import { usePart } from "./use-part";

export type PopupProps = {
  /** The button that opens it; leave out when the page opens it itself. */
  trigger?: ReactElement<HTMLProps<HTMLElement>> | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
};

/** A dialog that is fetched when it is first opened. It stays from then on, so that it can close as it opened. */
export function usePopup<Value>(part: Part<Value>, { trigger, open: given, onOpenChange }: PopupProps) {
  const [own, setOwn] = useState(false);
  const open = given ?? own;
  const [wasOpened, setWasOpened] = useState(open);
  if (open && !wasOpened) setWasOpened(true);
  const setOpen = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  const loaded = usePart(part, wasOpened, () => {
    setWasOpened(false);
    setOpen(false);
  });
  const button = trigger
    ? cloneElement(trigger, {
        "aria-haspopup": "dialog",
        "aria-expanded": open,
        "aria-busy": (open && loaded === undefined) || undefined,
        ...trigger.props,
        onClick: ({ currentTarget }) => {
          // Safari does not by itself, and the focus returns to where it was.
          currentTarget.focus();
          setOpen(true);
        },
      })
    : null;
  return { loaded, open, setOpen, button };
}
