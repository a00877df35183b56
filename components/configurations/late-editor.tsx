"use client";

import { type ComponentProps, lazy } from "react";
import { part } from "@/lib/client/part";

const editor = part(() => import("./editor/configuration-editor").then((each) => each.ConfigurationEditor));
const nothing = () => undefined;

// React asks for it only when all around it can act, and there is no need to wait for that, but for a first picture of the page.
if (typeof window !== "undefined")
  requestAnimationFrame(() => setTimeout(() => void editor.load().catch(nothing)));

const Editor = lazy(async () => ({ default: await editor.load() }));

/**
 * The editor, whose code comes once the page stands. It has no boundary of its own: until then the page stays as the server
 * drew it, and where it is come to by a link what waits for its data waits for its code too.
 */
export function LateEditor(props: ComponentProps<typeof Editor>) {
  // Not the lazy part itself: what comes from the server may be lazy already, and React takes nothing that is so twice.
  return <Editor {...props} />;
}
