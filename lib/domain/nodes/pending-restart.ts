import type { ManagedTemplate } from "@/lib/domain/containerd-template/managed";
import type { NodeFacts } from "./facts";

type Delivered = {
  templates: readonly Pick<ManagedTemplate, "name">[];
  certificates?: readonly { path: string }[];
};

/**
 * Whether the service must restart to use what is there, or what has to be brought again: the file, one of the templates
 * that came with it, or a certificate that is gone.
 */
export const isRestartPending = (
  {
    pendingRestart,
    newerTemplates = [],
    missingPaths,
  }: Pick<NodeFacts, "pendingRestart" | "newerTemplates" | "missingPaths">,
  { templates, certificates = [] }: Delivered,
): boolean =>
  pendingRestart === true ||
  certificates.some(({ path }) => missingPaths.includes(path)) ||
  templates.some(({ name }) => newerTemplates.some((path) => path.endsWith(`/${name}`)));
