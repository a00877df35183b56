import type { Fault, Outcome } from "@/lib/domain/pushes/outcomes";
import { trustHostKey } from "@/lib/server/nodes/trust-host-key";
import type { Fault as Played } from "./nodes/faults";
import type { TestUser } from "./nodes/start-nodes";
import type { TestNode } from "./nodes/test-node";
import { admin, mirrorTo } from "./pushes";

/** What stands in the file that is pushed, for faults that last as long as it is there. */
export const unlucky = "unlucky.example.com";
export const byHand = mirrorTo("https://by-hand.example.com");
/** A path that the file names and nobody delivers. */
export const tlsPath = "/etc/ssl/corp.pem";

/** How a machine goes wrong between the review and the write, and what the card says can be done about it. */
export type Cause = {
  code: Fault;
  outcome: Outcome;
  user?: TestUser;
  make: (machine: TestNode) => Promise<unknown>;
  mend: (machine: TestNode, nodeId: string) => Promise<unknown>;
};

const sh = (machine: TestNode, program: string) => machine.run(["sh", "-ec", program]);
const byShell = (make: string, mend: string): Pick<Cause, "make" | "mend"> => ({
  make: (machine) => sh(machine, make),
  mend: (machine) => sh(machine, mend),
});
const played = (fault: Played, value: number | true = true, file?: string): Pick<Cause, "make" | "mend"> => ({
  make: (machine) => machine.setFault(fault, value, file),
  mend: (machine) => machine.setFault(fault, false),
});

const refused = (code: Fault, how: Pick<Cause, "make" | "mend">, user?: TestUser): Cause => ({
  code,
  outcome: "failed",
  ...(user && { user }),
  ...how,
});
const takenBack = (code: Fault, fault: Played, value: number | true = true): Cause => ({
  code,
  outcome: "rolled-back",
  ...played(fault, value, unlucky),
});

/** Another tool of the machine that opens the file to everybody, as soon as it is a new one. */
const openWhenWritten = (machine: TestNode) =>
  sh(
    machine,
    `setsid sh -c "until grep -q ${unlucky} ${machine.registriesPath}; do sleep 0.05; done; chmod 644 ${machine.registriesPath}" >/dev/null 2>&1 </dev/null &`,
  );

const unitFile = "/etc/systemd/system/k3s-agent.service";
const enabledUnit = "/etc/systemd/system/multi-user.target.wants/k3s-agent.service";
/** Takes the password of a user away, so that every login with one is refused. */
const withoutPassword = (user: TestUser) =>
  byShell(
    `cp -p /etc/shadow /etc/shadow.kept; sed -i "s,^${user}:[^:]*,${user}:*," /etc/shadow`,
    "mv /etc/shadow.kept /etc/shadow",
  );

/** Machines by name. Each starts well and is reviewed well. */
export const causes: Record<string, Cause> = {
  off: refused("connection-refused", { make: (each) => each.powerOff(), mend: (each) => each.boot() }),
  login: refused("login-refused", withoutPassword("root")),
  key: refused("host-key-changed", {
    make: (machine) => machine.changeHostKey(),
    mend: ({ hostKey: { fingerprint } }, id) => trustHostKey(id, { fingerprint, replace: true }, admin),
  }),
  "no-sudo": refused(
    "not-root",
    byShell("sed -i.kept /^ops/d /etc/sudoers", "mv /etc/sudoers.kept /etc/sudoers"),
    "ops",
  ),
  tty: refused(
    "sudo-needs-terminal",
    byShell("sed -i.kept '1i Defaults requiretty' /etc/sudoers", "mv /etc/sudoers.kept /etc/sudoers"),
    "ops",
  ),
  password: refused("sudo-password-wrong", withoutPassword("deploy"), "deploy"),
  "no-unit": refused("service-not-found", played("unit-missing")),
  "two-units": refused(
    "service-ambiguous",
    byShell(
      `printf "[Service]\\nExecStart=/usr/local/bin/k3s agent\\n" >${unitFile}; ln -s ${unitFile} ${enabledUnit}`,
      `rm ${unitFile} ${enabledUnit}`,
    ),
  ),
  full: refused("disk-full", played("disk-full")),
  "read-only": refused("read-only", played("read-only")),
  fixed: refused("not-writable", played("immutable-file")),
  "no-tls": refused(
    "tls-path-missing",
    byShell(`mv ${tlsPath} ${tlsPath}.kept`, `mv ${tlsPath}.kept ${tlsPath}`),
  ),
  busy: refused(
    "node-busy",
    byShell(
      "mkdir -p /var/lib/pullpath; cd /var/lib/pullpath; " +
        'ln -s "elsewhere:1:$(cut -d " " -f 22 /proc/1/stat):$(cat /proc/sys/kernel/random/boot_id)" lock',
      "rm /var/lib/pullpath/lock",
    ),
  ),
  edited: refused("file-changed", {
    make: (machine) => machine.write(machine.registriesPath, byHand),
    mend: async () => undefined,
  }),
  fails: takenBack("restart-failed", "restart-fails"),
  hangs: takenBack("not-active-in-time", "restart-hangs"),
  flaps: takenBack("unit-flapping", "flaps", 1.5),
  silent: takenBack("containerd-down", "containerd-down"),
  "not-ready": takenBack("not-ready", "not-ready"),
  hosts: takenBack("not-generated", "hosts-missing"),
  open: {
    code: "content-differs",
    outcome: "rolled-back",
    make: (machine) => openWhenWritten(machine),
    mend: async () => undefined,
  },
  stuck: { code: "restart-failed", outcome: "rollback-failed", ...played("restart-fails") },
};
