"use client";

import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { Banner } from "@/components/ui/banner";
import { ProjectList } from "./project-list";
import { useHarborWords } from "./use-harbor-words";
import type { HarborEnd } from "./use-read-harbor";
import type { ProjectSelection } from "./use-selection";

type ReadResultProps = { end: HarborEnd; selection: ProjectSelection; tried: boolean };

/** What came of reading Harbor: its projects, or why there are none. */
export function ReadResult({ end, selection, tried }: ReadResultProps) {
  const t = useTranslations("registrytest");
  const words = useHarborWords();
  if ("error" in end) return <FormError error={end.error} />;
  const { answer } = end;
  return (
    <>
      {answer.remarks.map(({ code, params }) => (
        <Banner key={code} kind="warn">
          {t(`remarks.${code}`, params)}
        </Banner>
      ))}
      {"fault" in answer ? (
        <Banner kind="error" role="alert">
          {words(answer.fault)}
        </Banner>
      ) : (
        <ProjectList
          answer={answer}
          selection={selection}
          tried={tried}
          hasLogin={answer.access === "stored"}
        />
      )}
    </>
  );
}
