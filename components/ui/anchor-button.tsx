import { clsx } from "clsx";
import type { AnchorHTMLAttributes } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";

type AnchorButtonProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  href: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
};

/** Goes by a full load: to a tab of its own, or away from a page that failed. It works without the router, and weighs none. */
export function AnchorButton({ variant, size, className, children, ...props }: AnchorButtonProps) {
  return (
    <a {...props} className={clsx(buttonStyle({ variant, size }), className)}>
      {children}
    </a>
  );
}
