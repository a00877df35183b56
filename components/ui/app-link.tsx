"use client";
import Link from "next/link";
import type { ComponentProps } from "react";
import { useLeaveCheck } from "@/lib/client/leave-guard";

/** A link inside the product. It asks first when the page it leaves has unsaved changes. */
export function AppLink({ onNavigate, ...props }: ComponentProps<typeof Link>) {
  const mayLeave = useLeaveCheck();
  return (
    <Link
      {...props}
      onNavigate={(event) => {
        if (!mayLeave(String(props.href))) event.preventDefault();
        onNavigate?.(event);
      }}
    />
  );
}
