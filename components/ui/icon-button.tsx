"use client";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button";
import { tip } from "./tip";

type IconButtonProps = Omit<ButtonProps, "children" | "icon" | "aria-label"> & {
  /** Names the thing too: "Move harbor.corp:8443 up", never only "Up". */
  label: string;
  icon: ReactNode;
};

export function IconButton({
  label,
  icon,
  className,
  variant = "ghost",
  size = "sm",
  ...props
}: IconButtonProps) {
  return (
    <Button
      {...tip(label)}
      {...props}
      variant={variant}
      size={size}
      aria-label={label}
      icon={icon}
      className={clsx(size === "sm" ? "w-7 px-0!" : "w-9 px-0!", "pointer-coarse:min-w-11", className)}
    />
  );
}
