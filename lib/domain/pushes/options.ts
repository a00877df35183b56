import * as z from "zod/mini";
import { normalizeReference } from "@/lib/domain/registries/reference";
import { rampSchema } from "./ramp";
import { widest } from "./strategy";
import { usualDepth, verifyDepths } from "./verify-depth";
import { comeUpSeconds, waitSeconds } from "./waits";

const count = (min: number, max: number) => z.number().check(z.int(), z.minimum(min), z.maximum(max));

/** An image by tag or digest, as containerd reads it. */
const imageSchema = z.string().check(
  z.maxLength(512),
  z.refine((text) => !("error" in normalizeReference(text)), "image-reference"),
);

/** How a push goes through its nodes. Times are in seconds. */
export const pushOptionsSchema = z.strictObject({
  /** Nodes at once; of the servers of a cluster it is always one. */
  width: z._default(count(1, widest), 10),
  /** Failed nodes after which no further node is started; 0 never stops. */
  stopAfter: z._default(count(0, 1000), 1),
  /** How long a restarted service must stay up before the node counts as changed. */
  watchSeconds: z._default(count(0, 300), 10),
  /** How long a service may take to come up after its restart; null is as long as its distribution may need. */
  startSeconds: z._default(z.nullable(count(comeUpSeconds.least, comeUpSeconds.most)), null),
  /** Write the file and restart nothing: it takes effect at the next start of the service. */
  writeOnly: z._default(z.boolean(), false),
  /** What a node must prove to count as changed. */
  verifyDepth: z._default(z.enum(verifyDepths), usualDepth),
  /** The image that the deepest way pulls. */
  testImage: z._default(z.nullable(imageSchema), null),
  /** How long a verified node waits for a word of Pullpath, without which it goes back; null: it decides alone. */
  confirmSeconds: z._default(z.nullable(count(waitSeconds.least, waitSeconds.most)), null),
  /** Check everything and tell what would happen; nothing is written and nothing restarts. */
  dryRun: z._default(z.boolean(), false),
  /** The first node ends well before any other starts. */
  canary: z._default(z.boolean(), true),
  /** Sizes of the batches of agents, the last of which repeats: a batch begins when the one before has ended. */
  ramp: z._default(rampSchema, []),
  /** A person agrees before the push goes on: after the first node or batch, or after each. */
  approval: z._default(z.enum(["none", "canary", "batch"]), "none"),
  /** A person agreed that the API of a cluster of one or two servers is away while a server restarts. */
  outageAccepted: z._default(z.boolean(), false),
  /** A person read what happens to the templates of containerd, which root runs there. */
  templatesAccepted: z._default(z.boolean(), false),
  /** The changes of release that a person agreed a restart may bring, each as `upgradeKey` writes it. */
  upgradesAccepted: z._default(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(100)), []),
});
export type PushOptions = z.infer<typeof pushOptionsSchema>;

/** Whether a test pull is asked for and nobody said of which image. */
export const lacksImage = ({ verifyDepth, testImage }: Pick<PushOptions, "verifyDepth" | "testImage">) =>
  verifyDepth === "pull" && testImage === null;

type Waits = Pick<PushOptions, "confirmSeconds" | "writeOnly" | "dryRun">;

/** A node that restarts nothing has nothing to be confirmed. */
export const waitsForNothing = ({ confirmSeconds, writeOnly, dryRun }: Waits) =>
  confirmSeconds !== null && (writeOnly || dryRun);

/** The same options without a wait that could not be. */
export const withoutIdleWait = (options: PushOptions): PushOptions =>
  waitsForNothing(options) ? { ...options, confirmSeconds: null } : options;

export const defaultPushOptions: PushOptions = pushOptionsSchema.parse({});

/** The options that a group keeps beside its width and its limit of failures. What a person agrees to is never kept. */
export const usualOptionsSchema = z.pick(pushOptionsSchema, {
  canary: true,
  ramp: true,
  approval: true,
  watchSeconds: true,
  startSeconds: true,
  verifyDepth: true,
  testImage: true,
  confirmSeconds: true,
});
type UsualOptions = z.infer<typeof usualOptionsSchema>;

/** What the pushes of a group begin with. */
export type GroupOptions = Pick<PushOptions, "width" | "stopAfter"> & UsualOptions;

export const pickGroupOptions = (options: GroupOptions): GroupOptions => ({
  width: options.width,
  stopAfter: options.stopAfter,
  canary: options.canary,
  ramp: options.ramp,
  approval: options.approval,
  watchSeconds: options.watchSeconds,
  startSeconds: options.startSeconds,
  verifyDepth: options.verifyDepth,
  testImage: options.testImage,
  confirmSeconds: options.confirmSeconds,
});
