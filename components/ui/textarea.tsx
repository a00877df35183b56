import { clsx } from "clsx";
import type { Ref, TextareaHTMLAttributes } from "react";
import { controlStyle } from "./control-style";

type TextareaProps = TextareaHTMLAttributes<HTMLTextAreaElement> & {
  mono?: boolean;
  ref?: Ref<HTMLTextAreaElement>;
};

export function Textarea({ mono = false, className, rows = 4, ...props }: TextareaProps) {
  const machine = mono ? { autoCapitalize: "off", autoCorrect: "off", spellCheck: false } : {};
  return (
    <textarea
      rows={rows}
      {...machine}
      {...props}
      className={clsx(controlStyle, "resize-y py-2", mono && "font-mono text-code", className)}
    />
  );
}
