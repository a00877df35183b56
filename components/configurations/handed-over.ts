/** A file that was dropped on one page and is read on the next. It stays in memory: it may hold passwords. */
export type HandedFile = { name: string; bytes: Uint8Array };

let waiting: HandedFile | null = null;

export function handOver(file: HandedFile) {
  waiting = file;
}

/** Takes the file away, so that it is read once. */
export function takeHandedOver(): HandedFile | null {
  const file = waiting;
  waiting = null;
  return file;
}
