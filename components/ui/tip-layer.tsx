"use client";
import { part } from "@/lib/client/part";
import { tipOf } from "./tip";
import { usePart } from "./use-part";
import { useTipped } from "./use-tipped";

export const tipPopup = part(() => import("./tip-popup").then((module) => module.TipPopup));

/** The one tooltip of the page: one for each button of a long list would cost seconds. */
export function TipLayer() {
  const { shown, hide } = useTipped();
  const Popup = usePart(tipPopup, shown !== null);
  return Popup && shown ? <Popup anchor={shown} tip={tipOf(shown)} onClose={hide} /> : null;
}
