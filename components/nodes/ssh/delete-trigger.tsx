import { Trash2 } from "lucide-react";
import type { ComponentProps } from "react";
import { IconButton } from "@/components/ui/icon-button";

type DeleteTriggerProps = Omit<ComponentProps<typeof IconButton>, "icon"> & { refusal: string | undefined };

/** Opens what deletes a line of a table; without the right to it, it stays and says why. */
export function DeleteTrigger({ refusal, ...props }: DeleteTriggerProps) {
  return (
    <IconButton
      {...props}
      icon={<Trash2 size={14} aria-hidden />}
      aria-disabled={refusal !== undefined || undefined}
      aria-description={refusal}
    />
  );
}
