"use client";
import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { AppLink } from "./app-link";

/** A link in running text or in a table cell. */
export function TextLink({ className, ...props }: ComponentProps<typeof AppLink>) {
  return (
    <AppLink
      {...props}
      className={clsx("rounded-sm text-link underline-offset-2 hover:underline", className)}
    />
  );
}
