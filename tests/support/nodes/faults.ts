import type { TestNode } from "./test-node";

/** Faults the played service looks at by itself; the value is written to a file on the node. */
export type ServiceFault =
  | "restart-fails"
  | "restart-hangs"
  | "restart-slow"
  | "flaps"
  | "dies-during-restart"
  | "containerd-down"
  | "not-ready"
  | "hosts-missing"
  | "pull-fails"
  | "rebooting"
  | "cordoned"
  | "pull-log"
  | "containerd-says";

/** Faults of the machine, made with what a real machine would have: full disks, mounts, attributes. */
export type MachineFault = "unit-missing" | "disk-full" | "read-only" | "immutable-file";

export type Fault = ServiceFault | MachineFault;

const unit =
  ". /usr/lib/played/spec; for d in /etc/systemd/system /usr/local/lib/systemd/system; do f=$d/$UNIT.service";
const registries = ". /usr/lib/played/spec; f=/etc/rancher/$DISTRIBUTION/registries.yaml";

const machineFaults: Record<MachineFault, { on: string; off: string }> = {
  "unit-missing": {
    on: `${unit}; [ ! -e "$f" ] || mv "$f" "$f.away"; done`,
    off: `${unit}; [ ! -e "$f.away" ] || mv "$f.away" "$f"; done`,
  },
  // A tiny file system over /etc/rancher, filled to the last byte; what was there stays readable.
  "disk-full": {
    on:
      "mkdir -p /run/played/full && mount -t tmpfs -o size=256k,mode=0755 full /run/played/full" +
      " && cp -a /etc/rancher/. /run/played/full/ && mount --move /run/played/full /etc/rancher" +
      " && { cat /dev/zero >/etc/rancher/.filler 2>/dev/null || true; }",
    off:
      "rm -f /etc/rancher/.filler && mkdir -p /run/played/kept && cp -a /etc/rancher/. /run/played/kept/" +
      " && umount /etc/rancher && cp -a /run/played/kept/. /etc/rancher/ && rm -rf /run/played/kept",
  },
  "read-only": {
    on: "mount --bind /etc/rancher /etc/rancher && mount -o remount,bind,ro /etc/rancher",
    off: "umount /etc/rancher",
  },
  "immutable-file": { on: `${registries}; chattr +i "$f"`, off: `${registries}; chattr -i "$f"` },
};

function isMachineFault(fault: Fault): fault is MachineFault {
  return Object.hasOwn(machineFaults, fault);
}

export type FaultValue = string | number | boolean;

/**
 * Switches a fault on (with a value, such as seconds, where it takes one) or off. A service fault with `whileFileHolds`
 * is there only as long as the text stands in the node's registries.yaml, as one is that the file caused.
 */
export async function setFault(
  node: TestNode,
  fault: Fault,
  { value, whileFileHolds }: { value: FaultValue; whileFileHolds?: string | undefined },
): Promise<void> {
  const path = `/var/lib/played/faults/${fault}`;
  if (isMachineFault(fault)) {
    const { on, off } = machineFaults[fault];
    await node.run(["sh", "-ec", value === false ? off : on]);
  } else if (value === false) {
    await node.run(["rm", "-f", path, `${path}.while`]);
  } else {
    if (whileFileHolds) await node.write(`${path}.while`, `${whileFileHolds}\n`);
    await node.write(path, value === true ? "" : String(value));
  }
}
