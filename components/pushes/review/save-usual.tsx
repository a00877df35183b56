"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { Button } from "@/components/ui/button";
import { apiRequest } from "@/lib/client/api";
import type { Named } from "@/lib/domain/named";
import { apis } from "@/lib/domain/paths";
import { type GroupOptions, type PushOptions, pickGroupOptions } from "@/lib/domain/pushes/options";

type SaveUsualProps = { group: Named; options: PushOptions; usual: GroupOptions };

const isSame = (one: GroupOptions, other: GroupOptions) => JSON.stringify(one) === JSON.stringify(other);

/** Keeps the chosen way as the one that pushes of this group begin with, once it is another. */
export function SaveUsual({ group, options, usual }: SaveUsualProps) {
  const t = useTranslations("pushes.options");
  const { pending, error, run } = useApiAction();
  const [kept, setKept] = useState(() => pickGroupOptions(usual));
  const chosen = pickGroupOptions(options);
  const { width, stopAfter, ...rest } = chosen;
  const [isKept, setIsKept] = useState(false);
  const told = useRef<HTMLParagraphElement>(null);
  // The button goes with what it was for, and the focus must not go with it.
  useEffect(() => {
    if (isKept) told.current?.focus();
  }, [isKept]);
  if (isSame(chosen, kept))
    return isKept ? (
      <p ref={told} tabIndex={-1} className="text-muted text-sm">
        {t("kept", { name: group.name })}
      </p>
    ) : null;
  const save = () => {
    setIsKept(false);
    return run(
      () => apiRequest("PATCH", apis.group(group.id), { width, stopAfter, usual: rest }),
      () => {
        setKept(chosen);
        setIsKept(true);
      },
    );
  };
  return (
    <div className="space-y-2">
      <FormError error={error} />
      <Button size="sm" pending={pending} onClick={() => void save()}>
        {t("keep", { name: group.name })}
      </Button>
    </div>
  );
}
