import type { HostKeyOffer, NodeView } from "@/lib/domain/nodes/views";
import { currentFault } from "../node-state";

type Looked = Pick<NodeView, "check" | "hostKey">;

/** Another key than the trusted one, for which no authority vouches. */
const isChanged = ({ trusted, fingerprint, certificate }: HostKeyOffer) =>
  trusted !== null && trusted.fingerprint !== fingerprint && !certificate?.ok;

/** The two keys of a machine that shows another one than the trusted. What was fetched just now counts first. */
export function findChange(node: Looked, offer: HostKeyOffer | undefined) {
  if (offer) {
    const { trusted, fingerprint } = offer;
    return trusted && isChanged(offer) ? { old: trusted.fingerprint, fresh: fingerprint } : null;
  }
  const fault = currentFault(node);
  if (fault?.code !== "host-key-changed" || !node.hostKey) return null;
  return { old: node.hostKey.fingerprint, fresh: fault.params["presented"] ?? "" };
}

/**
 * What the key that was fetched just now tells. Nothing where it was only vouched for: whether the machine has it is found
 * out by the test that follows, so that one counts.
 */
export function toldOffer(node: Looked, offer: HostKeyOffer | undefined): HostKeyOffer | undefined {
  const isUntaken = node.hostKey !== null && node.hostKey.fingerprint !== offer?.fingerprint;
  return offer?.certificate?.ok && isUntaken ? undefined : offer;
}
