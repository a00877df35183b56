import { isOver } from "@/lib/domain/configurations/draft-age";

/** Whose draft, of which configuration, kept by which page. */
export type DraftKey = readonly [person: string, configuration: string, page: string];

const databaseName = "pullpath";
const storeName = "drafts";
const channelName = "pullpath.drafts";

/** People who signed out while this page was open; nothing is kept for them any more. */
const gone = new Set<string>();
let opened: Promise<IDBDatabase> | undefined;

const answerOf = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(storeName);
  const database = await answerOf(request);
  const forget = () => {
    opened = undefined;
  };
  database.onclose = forget;
  database.onversionchange = () => {
    database.close();
    forget();
  };
  return database;
}

/** It stays open, so that what is written while the page goes away is still taken. */
function database(): Promise<IDBDatabase> {
  opened ??= openDatabase();
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/** Undefined where the browser keeps nothing: private windows, full disks, policies. */
async function withStore<Value>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<Value>,
): Promise<Value | undefined> {
  try {
    const transaction = (await database()).transaction(storeName, mode);
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const worked = work(transaction.objectStore(storeName));
    // Not left to the page, which may be gone before it hears of its last request.
    transaction.commit();
    const [value] = await Promise.all([worked, ended]);
    return value;
  } catch {
    return undefined;
  }
}

/** False when it could not be kept. */
export async function putDraft(key: DraftKey, value: unknown): Promise<boolean> {
  if (gone.has(key[0])) return false;
  const put = await withStore("readwrite", (store) => answerOf(store.put(value, [...key])));
  return put !== undefined;
}

export async function removeDraft(key: DraftKey): Promise<void> {
  await withStore("readwrite", (store) => answerOf(store.delete([...key])));
}

/** Everything whose key begins with these texts; a list sorts behind every text. */
const within = (...texts: string[]) => IDBKeyRange.bound(texts, [...texts, []]);

/** What is kept of one person's work on one configuration; undefined where nothing can be kept. */
export const listDrafts = (
  person: string,
  configuration: string,
): Promise<{ key: DraftKey; value: unknown }[] | undefined> =>
  withStore("readonly", async (store) => {
    const range = within(person, configuration);
    const [keys, values] = await Promise.all([
      answerOf(store.getAllKeys(range)),
      answerOf(store.getAll(range)),
    ]);
    return keys.map((key, at) => ({ key: key as unknown as DraftKey, value: values[at] as unknown }));
  });

/** Removes what is too old, whoever it belongs to. */
export async function sweepDrafts(now: number): Promise<void> {
  const read = await withStore("readonly", (store) =>
    Promise.all([answerOf(store.getAllKeys()), answerOf(store.getAll())]),
  );
  const [keys, values] = read ?? [[], []];
  const over = keys.filter((_key, at) => {
    const savedAt = Number((values[at] as { savedAt?: unknown } | null)?.savedAt);
    return Number.isNaN(savedAt) || isOver(savedAt, now);
  });
  if (over.length === 0) return;
  await withStore("readwrite", (store) => Promise.all(over.map((key) => answerOf(store.delete(key)))));
}

/** Nothing of this person stays: not what is kept, and not what pages that are still open would keep. */
export async function forgetDrafts(person: string): Promise<void> {
  gone.add(person);
  if ("BroadcastChannel" in globalThis) {
    const channel = new BroadcastChannel(channelName);
    channel.postMessage(person);
    channel.close();
  }
  await withStore("readwrite", (store) => answerOf(store.delete(within(person))));
}

/** Hears of people who sign out in another tab. */
export function followSignOuts(): () => void {
  if (!("BroadcastChannel" in globalThis)) return () => undefined;
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === "string") gone.add(data);
  };
  return () => channel.close();
}
