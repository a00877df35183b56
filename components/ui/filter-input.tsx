"use client";
import { Search } from "lucide-react";
import { useState } from "react";
import { TextInput } from "./text-input";

type FilterInputProps = { label: string; value: string; onChange: (value: string) => void; id?: string };

/** Narrows a list while typing; half-composed Chinese or Japanese is left alone until it is chosen. */
export function FilterInput({ label, value, onChange, id }: FilterInputProps) {
  const [draft, setDraft] = useState<string>();
  return (
    <span className="relative block w-full sm:w-64">
      <Search
        size={14}
        aria-hidden
        className="pointer-events-none absolute inset-y-0 start-3 my-auto text-faint"
      />
      <TextInput
        id={id}
        type="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        value={draft ?? value}
        className="ps-9"
        onCompositionStart={() => setDraft(value)}
        onCompositionEnd={(event) => {
          setDraft(undefined);
          onChange(event.currentTarget.value);
        }}
        onChange={(event) =>
          draft === undefined ? onChange(event.target.value) : setDraft(event.target.value)
        }
      />
    </span>
  );
}
