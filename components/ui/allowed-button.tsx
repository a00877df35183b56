"use client";
import { Button, type ButtonProps } from "./button";
import { tip } from "./tip";

type AllowedButtonProps = ButtonProps & {
  /** Why it cannot be used now, in words; undefined when it can. */
  refusal?: string | undefined;
};

/** A button that stays where it is when it cannot be used, and says why. */
export function AllowedButton({ refusal, ...props }: AllowedButtonProps) {
  if (refusal === undefined) return <Button {...props} />;
  const { onClick: _, ...rest } = props;
  return <Button {...tip(refusal)} {...rest} type="button" aria-disabled="true" aria-description={refusal} />;
}
