"use client";
import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { AppLink } from "./app-link";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";

export type LinkButtonProps = ComponentProps<typeof AppLink> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
};

/** Goes somewhere, so it is a link; it only looks like a button. */
export function LinkButton({ variant, size, icon, className, children, ...props }: LinkButtonProps) {
  return (
    <AppLink {...props} className={clsx(buttonStyle({ variant, size }), className)}>
      {icon}
      {children}
    </AppLink>
  );
}
