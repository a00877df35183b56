import { useFormContext } from "react-hook-form";
import type { EditorForm } from "./editor-schema";

export type MirrorPath = `definition.mirrors.${number}`;
export type HostPath = `definition.registryHosts.${number}`;

export const useEditorForm = () => useFormContext<EditorForm>();
