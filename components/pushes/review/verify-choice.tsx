"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import { pushOptionsSchema } from "@/lib/domain/pushes/options";
import { usualDepth, verifyDepths } from "@/lib/domain/pushes/verify-depth";
import type { Plan } from "./use-plan";

/** Where the name of the image is, to lead there who forgot it. */
export const testImageId = "test-image";

/** What a node must prove to count as changed; each way includes those before it. */
export function VerifyChoice({ plan }: { plan: Plan }) {
  const t = useTranslations("pushes.options");
  const { options, setOption } = plan;
  if (options.writeOnly) return <p className="text-muted text-sm">{t("depthWriteOnly")}</p>;
  return (
    <div className="space-y-4">
      <RadioGroup
        name="verify-depth"
        legend={t("depth")}
        value={options.verifyDepth}
        onChange={(value) =>
          setOption("verifyDepth", verifyDepths.find((each) => each === value) ?? usualDepth)
        }
        options={verifyDepths.map((value) => ({
          value,
          label: t(`depths.${value}.name`),
          hint: t(`depths.${value}.text`),
        }))}
      />
      {options.verifyDepth === "pull" ? <TestImage plan={plan} /> : null}
    </div>
  );
}

/** What is no name of an image is left out of the options, so that nothing is started with it. */
function TestImage({ plan }: { plan: Plan }) {
  const t = useTranslations("pushes.options");
  const [text, setText] = useState(plan.options.testImage ?? "");
  const hint = `${testImageId}-hint`;
  const wrong = text.trim() !== "" && plan.options.testImage === null;
  function type(next: string) {
    setText(next);
    const read = pushOptionsSchema.shape.testImage.safeParse(next.trim());
    plan.setOption("testImage", read.success ? read.data : null);
  }
  return (
    <div className="max-w-xl space-y-1.5">
      <label htmlFor={testImageId} className="block font-medium">
        {t("testImage")}
      </label>
      <TextInput
        id={testImageId}
        mono
        value={text}
        autoComplete="off"
        spellCheck={false}
        placeholder="docker.io/library/busybox:1.37"
        aria-invalid={wrong ? true : undefined}
        aria-describedby={hint}
        onChange={(event) => type(event.target.value)}
      />
      <p id={hint} className={wrong ? "text-error text-sm" : "text-muted text-sm"}>
        {t(wrong ? "testImageWrong" : "testImageHint")}
      </p>
    </div>
  );
}
