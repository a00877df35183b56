import { pages } from "@/lib/domain/paths";
import type { Permission } from "@/lib/domain/people/roles";
import type { StepCounts } from "./overview";

type Step = { key: keyof StepCounts; href: string; permission: Permission };

/** What a new installation needs before its first push, in the order that works best, and what each takes. */
export const steps = [
  { key: "sshCredentials", href: pages.credentials("ssh"), permission: "credentials:write" },
  { key: "nodes", href: pages.newNode(), permission: "nodes:write" },
  { key: "configurations", href: pages.newConfiguration(), permission: "definitions:write" },
  { key: "finishedPushes", href: pages.newPush(), permission: "pushes:write" },
] as const satisfies readonly Step[];
