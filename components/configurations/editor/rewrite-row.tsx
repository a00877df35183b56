"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { IconButton } from "@/components/ui/icon-button";
import { CheckedField } from "./checked-field";
import { type MirrorPath, useEditorForm } from "./editor-form";

type RewriteRowProps = {
  name: `${MirrorPath}.rewrites.${number}`;
  linePath: string;
  position: number;
  onRemove: () => void;
};

export function RewriteRow({ name, linePath, position, onRemove }: RewriteRowProps) {
  const t = useTranslations("editor");
  const { control } = useEditorForm();
  const pattern = useWatch({ control, name: `${name}.pattern` });
  return (
    <li data-path={linePath} className="flex items-start gap-1">
      <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-2">
        <CheckedField
          name={`${name}.pattern`}
          label={t("pattern", { position })}
          input={{ placeholder: "^library/(.*)" }}
        />
        <CheckedField
          name={`${name}.replacement`}
          label={t("replacement", { position })}
          input={{ placeholder: "dockerhub/library/$1" }}
        />
      </div>
      <span className="pt-7">
        <IconButton
          label={t("remove", { name: pattern || t("emptyRewrite") })}
          icon={<Trash2 size={14} aria-hidden />}
          onClick={onRemove}
        />
      </span>
    </li>
  );
}
