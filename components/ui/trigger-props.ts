import type { HTMLProps } from "react";
import type { Held } from "@/lib/client/held";

/** What a popup wants its button to have; undefined until the popup is here. */
export type TriggerProps = Held<HTMLProps<HTMLElement> | undefined>;
