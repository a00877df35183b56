import * as z from "zod/mini";
import { rampSchema } from "./ramp";

const count = (min: number, max: number) => z.number().check(z.int(), z.minimum(min), z.maximum(max));

/** How a push goes through its nodes. Times are in seconds. */
export const pushOptionsSchema = z.strictObject({
  /** Agents at once; servers always go one at a time per cluster. */
  width: z._default(count(1, 50), 10),
  /** Failed nodes after which no further node is started; 0 never stops. */
  stopAfter: z._default(count(0, 1000), 1),
  /** How long a restarted service must stay up before the node counts as changed. */
  watchSeconds: z._default(count(0, 300), 10),
  /** How long a service may take to come up after its restart; null is as long as its distribution may need. */
  startSeconds: z._default(z.nullable(count(5, 1800)), null),
  /** Write the file and restart nothing: it takes effect at the next start of the service. */
  writeOnly: z._default(z.boolean(), false),
  /** The first node ends well before any other starts. */
  canary: z._default(z.boolean(), true),
  /** Sizes of the batches of agents, the last of which repeats: a batch begins when the one before has ended. */
  ramp: z._default(rampSchema, []),
  /** A person agrees before the push goes on: after the first node or batch, or after each. */
  approval: z._default(z.enum(["none", "canary", "batch"]), "none"),
  /** A person agreed that the API of a cluster of one or two servers is away while a server restarts. */
  outageAccepted: z._default(z.boolean(), false),
});
export type PushOptions = z.infer<typeof pushOptionsSchema>;

export const defaultPushOptions: PushOptions = pushOptionsSchema.parse({});
