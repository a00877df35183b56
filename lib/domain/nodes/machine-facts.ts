import * as z from "zod/mini";

/** Why a node that is reached is still none that Pullpath covers. */
const uncovered = ["docker", "external-runtime", "rootless"] as const;

/** What a service reads at its start. */
const startFileKinds = ["config", "environment", "unit"] as const;

const datedPath = z.object({ path: z.string(), at: z.number() });
export type DatedPath = z.infer<typeof datedPath>;

/**
 * What one look tells of the machine and of what waits for the next start of its service. Every field may be missing:
 * an older look did not ask. Times are epoch milliseconds.
 */
export const machineFacts = {
  /** How far the node's clock is ahead of the server's, in ms; 0 when the way there and back may explain it. */
  clockAhead: z.optional(z.number()),
  notCovered: z.optional(z.enum(uncovered)),
  /** Files newer than the running service. */
  newerFiles: z.optional(z.array(z.extend(datedPath, { kind: z.enum(startFileKinds) }))),
  /** The unit on disk is not the one systemd knows, so a restart starts the old one. */
  unitUnread: z.optional(z.boolean()),
  /** The ends that come first, of what a service is known by and of an authority; null: there is none to read. */
  certificates: z.optional(
    z.object({ leaf: z.nullable(datedPath), authority: z.nullable(datedPath), own: z.boolean() }),
  ),
  maintenance: z.optional(
    z.object({
      rebootRequired: z.boolean(),
      /** A daemon that reboots machines runs here. */
      kured: z.boolean(),
      rebooting: z.boolean(),
      cordoned: z.boolean(),
      /** Plans of the system upgrade controller that are at work, with the nodes they are at work on. */
      upgrades: z.array(z.object({ node: z.string(), plan: z.string() })),
    }),
  ),
  /** The file itself is a mount, and cannot be replaced. */
  mountedFile: z.optional(z.boolean()),
  /** The folder of the file is in memory: what is written there is gone after a reboot. */
  volatile: z.optional(z.boolean()),
  /** A snapshot that the next boot starts from, where it is not the running one. */
  nextSnapshot: z.optional(z.object({ running: z.number(), next: z.number() })),
  selinux: z.optional(z.enum(["enforcing", "permissive"])),
  /** The proxies the service is started with, without their logins. */
  proxies: z.optional(z.array(z.object({ name: z.string(), value: z.string() }))),
};
