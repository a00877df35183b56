import type { PushEventView } from "./views";

/** How long a node may be asked to wait to be confirmed: connecting again takes some, and nobody wants a lock for a day. */
export const waitSeconds = { least: 30, most: 3600 } as const;

/** How long a service may be given to come up after its restart. */
export const comeUpSeconds = { least: 5, most: 1800 } as const;

/** With these the wait of a node is over, however it went. */
const ends = ["confirmed", "not-confirmed", "finished", "node-ended"];

/** Until when nodes wait to be confirmed, as ISO 8601 by their id; a connection that breaks meanwhile changes nothing. */
export function waitsOf(events: readonly PushEventView[]): ReadonlyMap<string, string> {
  const waits = new Map<string, string>();
  for (const { pushNodeId, code, at, params } of events) {
    if (pushNodeId === null) continue;
    // A node that means harm may say anything.
    const seconds = Math.min(Number(params["seconds"]), waitSeconds.most);
    if (code === "awaiting" && seconds >= 0)
      waits.set(pushNodeId, new Date(Date.parse(at) + seconds * 1000).toISOString());
    if (ends.includes(code)) waits.delete(pushNodeId);
  }
  return waits;
}
