"use client";
import {
  cloneElement,
  type HTMLProps,
  type KeyboardEvent,
  type ReactElement,
  useSyncExternalStore,
} from "react";
import type { TriggerProps } from "./trigger-props";

type MenuTriggerProps = {
  children: ReactElement<HTMLProps<HTMLElement>>;
  given: TriggerProps;
  asked: boolean;
  onNear: () => void;
  onAsk: (asked: boolean) => void;
};

const nothing = () => undefined;

/** The button of a menu. Until the menu is here, it fetches it and notes that it was pressed. */
export function MenuTrigger({ children, given, asked, onNear, onAsk }: MenuTriggerProps) {
  const ready = useSyncExternalStore(given.subscribe, given.get, nothing);
  if (ready) return cloneElement(children, { ...ready, ...children.props });
  const askByArrow = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    onAsk(true);
  };
  return cloneElement(children, {
    "aria-haspopup": "menu",
    "aria-expanded": false,
    "aria-busy": asked || undefined,
    onPointerEnter: onNear,
    onFocus: onNear,
    onBlur: () => onAsk(false),
    onClick: () => onAsk(true),
    onKeyDown: askByArrow,
    ...children.props,
  });
}
