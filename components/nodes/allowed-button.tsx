"use client";
import { useTranslations } from "next-intl";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";

type AllowedButtonProps = ButtonProps & {
  /** Why it cannot be used now, in words; undefined when it can. */
  refusal?: string | undefined;
};

/** A button that stays where it is when it cannot be used, and says why. */
export function AllowedButton({ refusal, ...props }: AllowedButtonProps) {
  if (refusal === undefined) return <Button {...props} />;
  const { onClick: _, ...rest } = props;
  return (
    <Tooltip text={refusal}>
      <Button {...rest} type="button" aria-disabled="true" aria-description={refusal} />
    </Tooltip>
  );
}

/** The same reason in the text of the page, for readers who have no pointer to hover with. */
export function RoleNote({ refusal }: { refusal: string | undefined }) {
  if (refusal === undefined) return null;
  return <p className="-mt-3 mb-6 max-w-prose text-muted text-sm">{refusal}</p>;
}

/** The sentence for a role that may not change nodes and groups. */
export function useRefusal(role: string, allowed: boolean): string | undefined {
  const t = useTranslations("nodes");
  const roles = useTranslations("shell.roles");
  return allowed ? undefined : t("forbidden", { role: roles(role) });
}
