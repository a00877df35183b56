import type { Draft } from "@/lib/domain/configurations/draft";

export type KeeperLinks = {
  /** What is unsaved at this moment; null while nothing is. */
  read: () => Draft | null;
  /** False where it could not be kept. */
  write: (draft: Draft) => Promise<boolean>;
  remove: () => Promise<void>;
  /** Whether what is unsaved would be there again after a crash. */
  onKept: (kept: boolean) => void;
};

/** What a crash may take at most, in milliseconds. */
const pause = 2000;

/** Keeps unsaved work at most 2 s behind the page, and ends the draft once nothing is unsaved any more. */
export class DraftKeeper {
  private readonly links: KeeperLinks;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isWritten = false;

  constructor(links: KeeperLinks) {
    this.links = links;
  }

  /** Something was edited. Typing on does not put the writing off. */
  touch(): void {
    this.timer ??= setTimeout(() => void this.flush(), pause);
  }

  /** Brings what is kept up to date at once; true when nothing would be lost now. */
  async flush(): Promise<boolean> {
    this.stop();
    const draft = this.links.read();
    if (draft === null) {
      const { isWritten } = this;
      this.isWritten = false;
      if (isWritten) await this.links.remove();
      return true;
    }
    this.isWritten = true;
    const kept = await this.links.write(draft);
    this.links.onKept(kept);
    return kept;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
