import { existsSync } from "node:fs";
import { platform } from "node:os";

const programs = {
  "/usr/sbin/sshd": "OpenSSH's server (Debian: openssh-server)",
  "/usr/bin/sudo": "sudo (Debian: sudo)",
  "/usr/bin/unshare": "unshare (Debian: util-linux)",
  "/usr/bin/nsenter": "nsenter (Debian: util-linux)",
  "/usr/bin/chattr": "chattr (Debian: e2fsprogs)",
};

/** Says in one sentence what this machine lacks for test nodes; undefined when it lacks nothing. */
export function findObstacle(): string | undefined {
  if (platform() !== "linux") return "Test nodes need Linux: they are made of its namespaces.";
  const missing = Object.entries(programs).filter(([path]) => !existsSync(path));
  if (missing.length > 0) return `Test nodes need ${missing.map(([, text]) => text).join(", ")}.`;
  if (process.getuid?.() !== 0) {
    return (
      "Test nodes need root: sshd must switch to several users, which a user namespace " +
      "with one mapped user does not allow. Run the tests as root in a container with CAP_SYS_ADMIN."
    );
  }
  return undefined;
}
