import "server-only";
import { randomBytes } from "node:crypto";
import type { Privilege } from "@/lib/domain/nodes/facts";
import { SshFault } from "./fault";
import type { SshSession } from "./session";

/** How root is reached. `prefix` stands before `sh -c`; `prompt` is what sudo prints on standard error to ask. */
export type Root = { privilege: Privilege; prefix: string; prompt: string | null };

// No secret and no value in it: the answer is found between marks because a shell may print a banner first.
const question =
  'printf "\\n@@pullpath %s\\n" "$(id -u)"; ' +
  'if [ "$(id -u)" != 0 ]; then LC_ALL=C sudo -n true </dev/null 2>&1; printf "\\n@@sudo %s\\n" "$?"; ' +
  'if command -v doas >/dev/null 2>&1; then doas -n true </dev/null >/dev/null 2>&1; printf "@@doas %s\\n" "$?"; fi; fi';

const needsPassword = /password is required|a password|no askpass/i;
const needsTerminal = /must have a tty|terminal is required|no tty present/i;

/** Reads what `sudo -n true` said. Which texts mean what: sudo 1.8 to 1.9 under LC_ALL=C, and sudo-rs. */
function readAnswer(text: string): { uid: string; sudo: number; said: string; doas: boolean } {
  const uid = /^@@pullpath (\d+)$/m.exec(text)?.[1] ?? "";
  const sudo = Number(/^@@sudo (\d+)$/m.exec(text)?.[1] ?? "127");
  const said = /^@@pullpath \d+\n([\s\S]*?)\n@@sudo/m.exec(text)?.[1] ?? "";
  return { uid, sudo, said, doas: /^@@doas 0$/m.test(text) };
}

export async function findPrivilege(session: SshSession): Promise<Root> {
  const { target } = session;
  const params = { host: target.host, port: String(target.port), user: target.username };
  const { stdout } = await session.run(`sh -c '${question}'`);
  const answer = readAnswer(stdout.toString("utf8"));
  if (answer.uid === "") throw new SshFault("protocol", { ...params, reason: "no-shell" });
  if (answer.uid === "0") return { privilege: "root", prefix: "", prompt: null };
  if (answer.sudo === 0) return { privilege: "sudo", prefix: "env LC_ALL=C sudo -n ", prompt: null };
  if (answer.doas) return { privilege: "sudo", prefix: "doas -n ", prompt: null };
  if (needsTerminal.test(answer.said)) throw new SshFault("sudo-needs-terminal", params);
  if (answer.sudo === 127) throw new SshFault("not-root", { ...params, reason: "no-sudo" });
  if (!needsPassword.test(answer.said)) throw new SshFault("not-root", { ...params, reason: "refused" });
  if (target.sudoPassword === null) {
    throw new SshFault("not-root", { ...params, reason: "password-needed" });
  }
  const prompt = `@@password-${randomBytes(6).toString("hex")}@@`;
  // -k with a command: a remembered login would leave the password line to the program.
  return { privilege: "sudo-password", prefix: `env LC_ALL=C sudo -k -S -p ${prompt} `, prompt };
}

/** What sudo's own words mean once it was asked with a password. */
export function classifyRefusal(said: string): "sudo-password-wrong" | "sudo-needs-terminal" | "not-root" {
  if (needsTerminal.test(said)) return "sudo-needs-terminal";
  if (/not in the sudoers|not allowed|may not run/i.test(said)) return "not-root";
  return "sudo-password-wrong";
}
