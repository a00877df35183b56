import { clsx } from "clsx";
import type { DiffLine } from "@/lib/domain/diff/lines";

const glyphs: Record<DiffLine["kind"], string> = { same: "", added: "+", removed: "−" };
const words = { same: "", added: "bg-diff-add-word", removed: "bg-diff-del-word" };

/** The text of a line behind its sign, with what differs in it marked. Copying takes the text alone. */
export function LineText({ line }: { line: DiffLine }) {
  return (
    <div className="flex min-w-0">
      <span aria-hidden="true" className="w-5 shrink-0 select-none text-center font-semibold">
        {glyphs[line.kind]}
      </span>
      <span className="min-w-0 whitespace-pre-wrap break-all">
        {line.parts
          ? line.parts.map(({ text, changed }, at) => {
              const key = `${at} ${text}`;
              return changed ? (
                <mark key={key} className={clsx("rounded-sm text-inherit", words[line.kind])}>
                  {text}
                </mark>
              ) : (
                <span key={key}>{text}</span>
              );
            })
          : line.text}
      </span>
    </div>
  );
}

export const rowLooks: Record<DiffLine["kind"], string> = {
  same: "",
  added: "bg-diff-add",
  removed: "bg-diff-del",
};

/** The bar at the side says the same as the sign and the colour. */
export const barLooks: Record<DiffLine["kind"], string> = {
  same: "border-transparent",
  added: "border-ok",
  removed: "border-error",
};
