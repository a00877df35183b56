"use client";
import { type HTMLProps, type ReactElement, type ReactNode, useState } from "react";
import { held } from "@/lib/client/held";
import { part } from "@/lib/client/part";
import { MenuTrigger } from "./menu-trigger";
import type { TriggerProps } from "./trigger-props";
import { usePart } from "./use-part";

export type MenuLook = { side?: "top" | "bottom"; align?: "start" | "end" };

/** The button has no handlers of its own. */
type MenuProps = MenuLook & { trigger: ReactElement<HTMLProps<HTMLElement>>; children: ReactNode };

type ItemProps = { icon?: ReactNode; children: ReactNode };
export type MenuItemProps = ItemProps & { danger?: boolean; onSelect: () => void };
export type MenuLinkProps = ItemProps & { href: string };
export type MenuChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; lang?: string }[];
  onChange: (value: Value) => void;
};

export const menuPopup = part(() => import("./menu-popup"));

const nothing = () => undefined;

/** The button stands at once; what it opens comes when the pointer or the focus is near. */
export function Menu({ trigger, children, ...look }: MenuProps) {
  const [given] = useState<TriggerProps>(() => held<ReturnType<TriggerProps["get"]>>(undefined));
  const [near, setNear] = useState(false);
  const [asked, setAsked] = useState(false);
  const come = () => void menuPopup.load().then(() => setNear(true), nothing);
  const loaded = usePart(menuPopup, near || asked, () => setAsked(false));
  return (
    <>
      <MenuTrigger given={given} asked={asked} onNear={come} onAsk={setAsked}>
        {trigger}
      </MenuTrigger>
      {loaded ? (
        <loaded.MenuPopup startsOpen={asked} trigger={given} {...look}>
          {children}
        </loaded.MenuPopup>
      ) : null}
    </>
  );
}

// Items are shown by the popup alone, so whatever they are made of is here with it.

export function MenuItem(props: MenuItemProps) {
  const loaded = menuPopup.peek();
  return loaded ? <loaded.MenuItem {...props} /> : null;
}

export function MenuLink(props: MenuLinkProps) {
  const loaded = menuPopup.peek();
  return loaded ? <loaded.MenuLink {...props} /> : null;
}

/** One of several, such as a language. */
export function MenuChoice<Value extends string>(props: MenuChoiceProps<Value>) {
  const loaded = menuPopup.peek();
  return loaded ? <loaded.MenuChoice {...props} /> : null;
}

export function MenuSeparator() {
  const loaded = menuPopup.peek();
  return loaded ? <loaded.MenuSeparator /> : null;
}
