"use client";
import { describeControl, FieldFrame, useFieldIds } from "@/components/fields/field-frame";
import { TextInput } from "@/components/ui/text-input";

type NumberInputProps = {
  label: string;
  hint: string;
  min: number;
  max: number;
  /** Null is an empty field. */
  value: number | null;
  /** What an empty field stands for; without it, an empty one changes nothing. */
  whenEmpty?: string | undefined;
  onChange: (value: number | null) => void;
};

/** A whole number within its bounds, taken over while it is typed; a field that is left shows what was taken. */
export function NumberInput({ label, hint, min, max, value, whenEmpty, onChange }: NumberInputProps) {
  const ids = useFieldIds(hint, undefined);
  function set(text: string) {
    if (text === "" && whenEmpty !== undefined) onChange(null);
    const number = Math.round(Number(text));
    if (text !== "" && Number.isFinite(number)) onChange(Math.min(max, Math.max(min, number)));
  }
  return (
    <FieldFrame ids={ids} label={label} hint={hint} error={undefined}>
      <TextInput
        {...describeControl(ids, undefined)}
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        placeholder={whenEmpty}
        defaultValue={value ?? ""}
        onChange={({ target }) => set(target.value)}
        onBlur={({ target }) => {
          target.value = String(value ?? "");
        }}
      />
    </FieldFrame>
  );
}
