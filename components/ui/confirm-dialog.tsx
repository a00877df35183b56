"use client";
import type { ReactNode } from "react";
import { part } from "@/lib/client/part";
import { Coming } from "./coming";
import { type PopupProps, usePopup } from "./use-popup";

export type ConfirmLook = {
  title: string;
  /** What will happen, and what will not. */
  children: ReactNode;
  /** A verb and its object: "Delete node edge-1". */
  confirmLabel: string;
  cancelLabel?: string;
  danger?: boolean;
  /** The reader must type this name first. */
  typeName?: string;
  /** The dialog closes unless this answers `false`. */
  onConfirm: () => Promise<unknown> | unknown;
};

type ConfirmDialogProps = ConfirmLook & PopupProps;

export const confirmPopup = part(() => import("./confirm-popup").then((module) => module.ConfirmPopup));

/** An alert dialog whose focus starts on the safe button. */
export function ConfirmDialog({ trigger, open: given, onOpenChange, ...look }: ConfirmDialogProps) {
  const control = { trigger, open: given, onOpenChange };
  const { loaded: Popup, open, setOpen, button } = usePopup(confirmPopup, control);
  return (
    <>
      {button}
      {Popup ? <Popup {...look} open={open} onOpenChange={setOpen} /> : null}
      {open && !Popup ? <Coming /> : null}
    </>
  );
}
