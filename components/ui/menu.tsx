"use client";
import { Menu as Base } from "@base-ui/react/menu";
import { clsx } from "clsx";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode } from "react";
import { AppLink } from "./app-link";

type MenuProps = {
  trigger: ReactElement;
  children: ReactNode;
  side?: "top" | "bottom";
  align?: "start" | "end";
};

const itemStyle =
  "flex min-h-8 w-full cursor-default select-none items-center gap-2.5 rounded-md px-2 py-1 text-base outline-none " +
  "data-highlighted:bg-inset data-disabled:text-faint pointer-coarse:min-h-11";

export function Menu({ trigger, children, side = "bottom", align = "end" }: MenuProps) {
  const t = useTranslations("common");
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
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

type ItemProps = { icon?: ReactNode; children: ReactNode; danger?: boolean };

export function MenuItem({ icon, children, danger, onSelect }: ItemProps & { onSelect: () => void }) {
  return (
    <Base.Item onClick={onSelect} className={clsx(itemStyle, danger && "text-error")}>
      {icon}
      {children}
    </Base.Item>
  );
}

export function MenuLink({ icon, children, href }: ItemProps & { href: string }) {
  return (
    <Base.LinkItem render={<AppLink href={href} />} closeOnClick className={itemStyle}>
      {icon}
      {children}
    </Base.LinkItem>
  );
}

type MenuChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; lang?: string }[];
  onChange: (value: Value) => void;
};

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
