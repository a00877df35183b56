import * as z from "zod/mini";
import { templateFactSchema } from "@/lib/domain/containerd-template/facts";
import { machineFacts } from "./machine-facts";
import { memberSchema } from "./members";

/** How root was reached on the node: as the login user, by sudo without a password, or by sudo with one. */
export const privileges = ["root", "sudo", "sudo-password"] as const;
export type Privilege = (typeof privileges)[number];

const unitSchema = z.object({
  name: z.string(),
  distribution: z.nullable(z.enum(["k3s", "rke2"])),
  role: z.nullable(z.enum(["server", "agent"])),
  active: z.string(),
  enabled: z.boolean(),
});
export type UnitFacts = z.infer<typeof unitSchema>;

/** `sha256` is over the raw file. The file holds secrets, so outside the node it is kept as a keyed digest only. */
const registriesFileSchema = z.object({
  exists: z.boolean(),
  sha256: z.nullable(z.string()),
  mode: z.nullable(z.string()),
  owner: z.nullable(z.string()),
  size: z.nullable(z.number()),
  modifiedAt: z.nullable(z.number()),
});

const flagsSchema = z.object({
  disableDefaultRegistryEndpoint: z.boolean(),
  embeddedRegistry: z.boolean(),
  systemDefaultRegistry: z.nullable(z.string()),
  /** `--docker` or an external runtime: nothing of registries.yaml is applied. */
  foreignRuntime: z.boolean(),
});

/** What one look at a node told. Plain data: it is stored, sent and compared. Times are epoch milliseconds. */
export const nodeFactsSchema = z.object({
  hostname: z.string(),
  os: z.string(),
  arch: z.string(),
  clock: z.number(),
  privilege: z.enum(privileges),
  distribution: z.nullable(z.enum(["k3s", "rke2"])),
  role: z.nullable(z.enum(["server", "agent"])),
  manager: z.nullable(z.enum(["systemd", "openrc"])),
  unit: z.nullable(z.string()),
  units: z.array(unitSchema),
  serviceFault: z.nullable(z.enum(["service-not-found", "service-ambiguous"])),
  activeState: z.nullable(z.string()),
  restarts: z.nullable(z.number()),
  serviceStartedAt: z.nullable(z.number()),
  binary: z.nullable(z.string()),
  runningVersion: z.nullable(z.string()),
  installedVersion: z.nullable(z.string()),
  nodeName: z.nullable(z.string()),
  dataDir: z.nullable(z.string()),
  registriesPath: z.nullable(z.string()),
  flags: flagsSchema,
  unreadableConfig: z.array(z.string()),
  /** Where an administrator's templates and drop-ins for containerd lie. */
  userTemplates: z.array(z.string()),
  /** What the templates among them do; missing where an older look did not ask. */
  templates: z.optional(z.array(templateFactSchema)),
  /** Templates newer than the running service; missing where an older look did not ask. */
  newerTemplates: z.optional(z.array(z.string())),
  /** What stands at the place of a template and is no file of its own, such as a link; likewise. */
  oddTemplates: z.optional(z.array(z.string())),
  rancherManaged: z.boolean(),
  registries: registriesFileSchema,
  lookAlikes: z.array(z.string()),
  missingPaths: z.array(z.string()),
  freeBytes: z.nullable(z.number()),
  readOnly: z.boolean(),
  serverCa: z.nullable(z.string()),
  ready: z.nullable(z.boolean()),
  /** The servers of the cluster as a server sees them; missing where none was asked or nothing answered. */
  members: z.optional(z.array(memberSchema)),
  containerd: z.nullable(z.boolean()),
  /** The file is newer than the running service, so what it says is not in effect. Null: cannot be told. */
  pendingRestart: z.nullable(z.boolean()),
  ...machineFacts,
});
export type NodeFacts = z.infer<typeof nodeFactsSchema>;
