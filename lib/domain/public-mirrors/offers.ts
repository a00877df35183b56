import type { PublicMirrorOffer } from "./schema";

/** Those that serve a registry as it is named in a file. */
export const offersFor = (offers: readonly PublicMirrorOffer[], registryName: string): PublicMirrorOffer[] =>
  offers.filter((offer) => offer.registry === registryName.trim());
