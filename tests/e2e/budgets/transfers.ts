import type { Page } from "@playwright/test";

export type Transfer = {
  url: string;
  kind: string;
  /** Whether the page itself named it, and not a script that ran. */
  first: boolean;
  bytes: number;
};

/** Collects what a page fetches from now on, in bytes as they came over the wire. */
export async function watchTransfers(page: Page): Promise<Transfer[]> {
  const session = await page.context().newCDPSession(page);
  const open = new Map<string, Omit<Transfer, "bytes">>();
  const done: Transfer[] = [];
  session.on("Network.requestWillBeSent", ({ requestId, request, type, initiator }) => {
    open.set(requestId, { url: request.url, kind: type ?? "Other", first: initiator.type !== "script" });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const asked = open.get(requestId);
    if (asked) done.push({ ...asked, bytes: encodedDataLength });
  });
  await session.send("Network.enable");
  return done;
}

type Choice = { kind?: string; first?: boolean };

export const chosen = (transfers: readonly Transfer[], { kind, first }: Choice): Transfer[] =>
  transfers.filter(
    (each) =>
      (kind === undefined || each.kind === kind) &&
      (first === undefined || each.first === first) &&
      !each.url.startsWith("data:"),
  );

/** Thousands of bytes, to a tenth. */
export const weigh = (transfers: readonly Transfer[], choice: Choice): number =>
  Math.round(chosen(transfers, choice).reduce((sum, { bytes }) => sum + bytes, 0) / 100) / 10;

export const foreignOf = (transfers: readonly Transfer[], origin: string): string[] =>
  chosen(transfers, {}).flatMap(({ url }) => (new URL(url).origin === origin ? [] : [url]));
