const prefix = "pullpath.page.";

/**
 * Tells other tabs that this page is open, for as long as it is. Browsers know locks over TLS and on this machine only;
 * elsewhere every page counts as closed.
 */
export function holdPage(page: string): () => void {
  if (!("locks" in navigator)) return () => undefined;
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  // Who blocks storage blocks locks as well, and then there are no drafts to tell about.
  navigator.locks.request(prefix + page, () => held).catch(() => release());
  return () => release();
}

export async function listOpenPages(): Promise<ReadonlySet<string>> {
  if (!("locks" in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query().catch((): LockManagerSnapshot => ({}));
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])));
}

/** Waits until that page is closed, or until nobody waits any more. */
export async function untilPageCloses(page: string, signal: AbortSignal): Promise<void> {
  try {
    await navigator.locks.request(prefix + page, { signal }, () => undefined);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
