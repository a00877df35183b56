type TipSide = "top" | "right" | "bottom" | "left";

export type Tip = { text: string; side: TipSide };

/**
 * Gives an element a tooltip, which `TipLayer` shows. It repeats what the element already says to assistive technology;
 * nothing essential stands only there.
 */
export const tip = (text: string, side: TipSide = "top") => ({ "data-tip": text, "data-tip-side": side });

const closest = (target: EventTarget | null, selector: string) =>
  target instanceof Element ? target.closest<HTMLElement>(selector) : null;

export const tipped = (target: EventTarget | null) => closest(target, "[data-tip]");
/** A tooltip stands outside of every dialog, and a press on it is none outside of the dialog. */
export const inTip = (target: EventTarget | null) => closest(target, "[data-tip-popup]") !== null;

/** Buttons that there are thousands of say by an empty `data-tip` that their label is it. */
export const tipOf = (element: HTMLElement): Tip => ({
  text: element.dataset["tip"] || (element.getAttribute("aria-label") ?? ""),
  side: (element.dataset["tipSide"] ?? "top") as TipSide,
});
