import { clsx } from "clsx";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "md" | "sm";

const base =
  "relative inline-flex shrink-0 select-none items-center justify-center gap-2 rounded-md border text-base font-medium " +
  "no-underline transition-colors duration-120 aria-disabled:cursor-not-allowed aria-disabled:opacity-60 " +
  "pointer-coarse:min-h-11";

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-primary text-on-solid hover:bg-primary-strong",
  secondary: "border-line bg-page text-fg hover:border-control hover:bg-subtle active:bg-inset",
  ghost: "border-transparent text-muted hover:bg-inset hover:text-fg",
  danger: "border-transparent bg-danger text-on-solid hover:bg-danger-strong",
};

const sizes: Record<ButtonSize, string> = {
  md: "min-h-9 px-3.5 py-1.5",
  sm: "min-h-7 px-2.5 py-1 text-sm",
};

type Look = { variant?: ButtonVariant | undefined; size?: ButtonSize | undefined };

/** The one look of a button, shared by buttons and by links that stand where a button would. */
export const buttonStyle = ({ variant = "secondary", size = "md" }: Look) =>
  clsx(base, variants[variant], sizes[size]);
