"use client";
import { Menu as Base } from "@base-ui/react/menu";
import { clsx } from "clsx";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { type HTMLProps, type ReactNode, useLayoutEffect } from "react";
import { AppLink } from "./app-link";
import type { MenuChoiceProps, MenuItemProps, MenuLinkProps, MenuLook } from "./menu";
import type { TriggerProps } from "./trigger-props";

const itemStyle =
  "flex min-h-8 w-full cursor-default select-none items-center gap-2.5 rounded-md px-2 py-1 text-base outline-none " +
  "data-highlighted:bg-inset data-disabled:text-faint pointer-coarse:min-h-11";

type MenuPopupProps = MenuLook & {
  /** It was asked for before it was here. */
  startsOpen: boolean;
  trigger: TriggerProps;
  children: ReactNode;
};

export function MenuPopup({ startsOpen, trigger, children, side = "bottom", align = "end" }: MenuPopupProps) {
  const t = useTranslations("common");
  return (
    <Base.Root defaultOpen={startsOpen}>
      <Base.Trigger render={(props) => <HandedOn props={props} to={trigger} />} />
      {/* The popup stands at the end of the page, outside of every landmark, so it brings its own. */}
      <Base.Portal render={<section aria-label={t("menu")} />}>
        <Base.Positioner side={side} align={align} sideOffset={4} className="z-50">
          <Base.Popup className="float-motion min-w-48 max-w-80 rounded-lg border border-line bg-float p-1 shadow-float outline-none">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** The button stood before the menu was here and must stay, with the focus it may have, so it is given what the menu's own would be. */
function HandedOn({ props, to }: { props: HTMLProps<HTMLElement>; to: TriggerProps }) {
  useLayoutEffect(() => to.set(props), [props, to]);
  return null;
}

export function MenuItem({ icon, children, danger, onSelect }: MenuItemProps) {
  return (
    <Base.Item onClick={onSelect} className={clsx(itemStyle, danger && "text-error")}>
      {icon}
      {children}
    </Base.Item>
  );
}

export function MenuLink({ icon, children, href }: MenuLinkProps) {
  return (
    <Base.LinkItem render={<AppLink href={href} />} closeOnClick className={itemStyle}>
      {icon}
      {children}
    </Base.LinkItem>
  );
}

/** One of several, such as a language. */
export function MenuChoice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: MenuChoiceProps<Value>) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next: Value) => onChange(next)}>
      <MenuLabel>{label}</MenuLabel>
      {options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} className={itemStyle} closeOnClick>
          <span className="flex-1" lang={option.lang}>
            {option.label}
          </span>
          <Base.RadioItemIndicator render={<Check size={14} aria-hidden />} />
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

const MenuLabel = ({ children }: { children: ReactNode }) => (
  <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-faint text-xs">{children}</Base.GroupLabel>
);

export const MenuSeparator = () => <Base.Separator className="-mx-1 my-1 h-px bg-line" />;
