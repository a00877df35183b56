"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { useList } from "@/components/ui/use-list";
import type { ReviewedNode } from "@/lib/domain/pushes/review";
import { mostNamed } from "../most-named";
import type { Plan } from "./use-plan";

/** Where the answers to what a push all at once asks are, to lead there who has not given them. */
export const leaveOutId = "leave-servers-out";
export const typedNameId = "typed-group-name";

/** What a push with no first node asks: that no server is among its nodes, and the name of the group. */
export function AtOnce({ plan, group }: { plan: Plan; group: string }) {
  const left = useRef(false);
  const open = plan.notAtOnce.length > 0;
  // The button goes with the servers, and the focus must not go with it.
  useEffect(() => {
    if (!open && left.current) document.getElementById(typedNameId)?.focus();
    left.current = false;
  }, [open]);
  if (!open) return <GroupName plan={plan} group={group} />;
  return (
    <Servers
      servers={plan.notAtOnce}
      onLeaveOut={() => {
        left.current = true;
        for (const server of plan.notAtOnce) plan.choose(server, false);
      }}
    />
  );
}

function Servers({ servers, onLeaveOut }: { servers: ReviewedNode[]; onLeaveOut: () => void }) {
  const t = useTranslations("pushes.options.atOnce");
  const list = useList();
  const names = servers.slice(0, mostNamed).map(({ name }) => name);
  const params = { count: servers.length, names: list(names), more: servers.length - names.length };
  return (
    <Banner
      kind="warn"
      action={
        <Button id={leaveOutId} size="sm" onClick={onLeaveOut}>
          {t("leaveOut", { count: servers.length })}
        </Button>
      }
    >
      {t("servers", params)}
    </Banner>
  );
}

function GroupName({ plan, group }: { plan: Plan; group: string }) {
  const t = useTranslations("pushes.options.atOnce");
  return (
    <div className="max-w-md space-y-1.5">
      <label htmlFor={typedNameId} className="block font-medium">
        {t("name")}
      </label>
      <TextInput
        id={typedNameId}
        value={plan.typedName}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${typedNameId}-hint`}
        onChange={(event) => plan.typeName(event.target.value)}
      />
      <p id={`${typedNameId}-hint`} className="text-muted text-sm">
        {t("nameHint", { name: group })}
      </p>
    </div>
  );
}
