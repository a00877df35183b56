/** A key that is known, and the authority by whose word it is trusted; null is a person's. */
export type KnownKey = {
  publicKey: string;
  algorithm: string;
  fingerprint: string;
  authorityId: string | null;
};

/** `known` begins with the node's own key, if it has one; the other is that of its place: address and way. */
export type KnownKeys = { known: readonly KnownKey[]; isPlaceKnown: boolean };

type Vouched = { publicKey: string; authorityId: string };

/**
 * The key that no word of this authority replaces: one of a person or of another authority. At a place where no key is
 * known, as after a jump host moved, that is any other key: what answers there may be another machine.
 */
export const keyInTheWay = ({ known, isPlaceKnown }: KnownKeys, { publicKey, authorityId }: Vouched) =>
  known.find((key) => key.publicKey !== publicKey && (!isPlaceKnown || key.authorityId !== authorityId));

/** Whether another authority vouched for the same key: it would lose its say over the next one, so a person decides. */
export const isOfAnother = ({ known: [first] }: KnownKeys, { publicKey, authorityId }: Vouched): boolean =>
  first?.publicKey === publicKey && first.authorityId !== null && first.authorityId !== authorityId;
