import { clsx } from "clsx";
import type { InputHTMLAttributes, Ref } from "react";
import { controlStyle } from "./control-style";

type TextInputProps = InputHTMLAttributes<HTMLInputElement> & {
  /** For hosts, paths and other text that machines read. */
  mono?: boolean;
  ref?: Ref<HTMLInputElement>;
};

export function TextInput({ mono = false, className, ...props }: TextInputProps) {
  const machine = mono ? { autoCapitalize: "off", autoCorrect: "off", spellCheck: false } : {};
  return (
    <input
      type="text"
      {...machine}
      {...props}
      className={clsx(controlStyle, "h-9 pointer-coarse:h-11", mono && "font-mono text-code", className)}
    />
  );
}
