import type { Fault } from "@/lib/domain/pushes/outcomes";

type Told = { code: Fault; params: Readonly<Record<string, string>> };

/** One that sudo takes for one user: names in capitals are aliases to it, and signs have a meaning of their own. */
const plainUser = /^(?=.*[a-z])[A-Za-z_][\w.-]*$/;

/** The line that lets the user of a fault come to root; null where the name is none that can stand in one. */
export function sudoersLine({ code, params }: Told): string | null {
  const { user = "" } = params;
  if (!plainUser.test(user)) return null;
  return code === "sudo-needs-terminal" ? `Defaults:${user} !requiretty` : `${user} ALL=(ALL) NOPASSWD: ALL`;
}
