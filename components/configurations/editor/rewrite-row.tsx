"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { RuleTrial } from "@/lib/domain/registries/rewrite/try-rules";
import { CheckedField } from "./checked-field";
import { usePart } from "./document/use-part";
import type { MirrorPath } from "./editor-form";
import { RewriteBracket } from "./rewrite-bracket";
import type { BracketPiece } from "./rewrite-overlaps";
import { RuleResult } from "./rewrite-tester";

type RewriteRowProps = {
  path: MirrorPath;
  linePath: string;
  index: number;
  trial: RuleTrial | undefined;
  pieces: readonly BracketPiece[] | undefined;
  /** Names that a rule above matches too; as text, so that equal ones are equal. */
  examples: string;
  onTry: (name: string) => void;
  onRemove: (index: number) => void;
};

export const RewriteRow = memo(function RewriteRow(props: RewriteRowProps) {
  const { path, linePath, index, trial, pieces, examples, onTry, onRemove } = props;
  const t = useTranslations("editor");
  const name = `${path}.rewrites.${index}` as const;
  const pattern = usePart(`${name}.pattern`);
  const position = index + 1;
  return (
    <li data-path={linePath} className="relative flex items-start gap-1">
      {pieces ? <RewriteBracket pieces={pieces} /> : null}
      <div className="min-w-0 flex-1 space-y-1.5">
        <div className="grid min-w-0 gap-2 sm:grid-cols-2">
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
        {examples === "" ? null : (
          <p className="flex flex-wrap gap-2">
            {examples.split("\n").map((example) => (
              <Button key={example} size="sm" className="max-w-full" onClick={() => onTry(example)}>
                <span className="[overflow-wrap:anywhere]">{t("tryExample", { name: example })}</span>
              </Button>
            ))}
          </p>
        )}
        <RuleResult trial={trial} />
      </div>
      <span className="pt-7">
        <IconButton
          label={t("remove", { name: pattern || t("emptyRewrite") })}
          icon={<Trash2 size={14} aria-hidden />}
          onClick={() => onRemove(index)}
        />
      </span>
    </li>
  );
});
