"use client";
import type { ReactNode } from "react";
import { part } from "@/lib/client/part";
import { Coming } from "./coming";
import { type PopupProps, usePopup } from "./use-popup";

export type DialogLook = {
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
  width?: "md" | "lg";
  /** Closed by its own buttons alone: what it shows is not shown again. */
  stays?: boolean;
};

export const dialogPopup = part(() => import("./dialog-popup").then((module) => module.DialogPopup));

/** Focus moves in and stays in, Escape closes, and focus returns to what opened it. */
export function Dialog({ trigger, open: given, onOpenChange, ...look }: DialogLook & PopupProps) {
  const control = { trigger, open: given, onOpenChange };
  const { loaded: Popup, open, setOpen, button } = usePopup(dialogPopup, control);
  return (
    <>
      {button}
      {Popup ? <Popup {...look} open={open} onOpenChange={setOpen} /> : null}
      {open && !Popup ? <Coming /> : null}
    </>
  );
}
