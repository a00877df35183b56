"use client";
import { clsx } from "clsx";
import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";
import { Spinner } from "./spinner";
import { useLate } from "./use-late";

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Work is under way: the label stays, a spinner joins it after 150 ms, further clicks do nothing. */
  pending?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

/** A button is never disabled before it is tried; `aria-disabled` keeps it reachable while it explains itself. */
export function Button(props: ButtonProps) {
  const { variant, size, icon, pending = false, className, children, onClick, ...rest } = props;
  const late = useLate(pending, 150);
  const inert = pending || rest["aria-disabled"] === true || rest["aria-disabled"] === "true";
  return (
    <button
      type="button"
      {...rest}
      className={clsx(buttonStyle({ variant, size }), pending && "cursor-progress", className)}
      aria-busy={pending || rest["aria-busy"]}
      onClick={(event) => (inert ? event.preventDefault() : onClick?.(event))}
    >
      {late ? <Spinner /> : icon}
      {children}
    </button>
  );
}
