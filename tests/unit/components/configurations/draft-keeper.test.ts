import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DraftKeeper } from "@/components/configurations/editor/drafts/draft-keeper";
import { type Draft, toDraft } from "@/lib/domain/configurations/draft";
import { define } from "@/tests/support/definitions";

/** A page with one text on it, and a browser that keeps drafts as long as there is room. */
class Page {
  text = "";
  room = true;
  stored: string | null = null;
  writes = 0;
  kept: boolean[] = [];
  readonly keeper = new DraftKeeper({
    read: () => this.draft,
    write: (draft) => {
      this.writes += 1;
      if (this.room) this.stored = draft.message;
      return Promise.resolve(this.room);
    },
    remove: () => {
      this.stored = null;
      return Promise.resolve();
    },
    onKept: (kept) => this.kept.push(kept),
  });

  get draft(): Draft | null {
    const rest = { baseNumber: 1, name: "", isPartial: false, savedAt: 0, definition: define({}) };
    return this.text === "" ? null : toDraft({ ...rest, base: define({}), message: this.text });
  }

  type(text: string): void {
    this.text = text;
    this.keeper.touch();
  }
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("what keeps drafts", () => {
  it("writes 2 s after the first of several edits, once, and with the last of them", async () => {
    const page = new Page();
    page.type("a");
    await vi.advanceTimersByTimeAsync(1500);
    page.type("ab");
    await vi.advanceTimersByTimeAsync(499);
    expect(page.stored).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    expect([page.stored, page.writes]).toEqual(["ab", 1]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(page.writes).toBe(1);
  });

  it("writes at once when the page is left", async () => {
    const page = new Page();
    page.type("a");
    expect(await page.keeper.flush()).toBe(true);
    expect(page.stored).toBe("a");
    await vi.advanceTimersByTimeAsync(5000);
    expect(page.writes).toBe(1);
  });

  it("removes the draft once nothing is unsaved any more", async () => {
    const page = new Page();
    page.type("a");
    await vi.advanceTimersByTimeAsync(2000);
    page.type("");
    await vi.advanceTimersByTimeAsync(2000);
    expect([page.stored, page.writes]).toEqual([null, 1]);
  });

  it("leaves alone what it did not write", async () => {
    const page = new Page();
    page.stored = "of an earlier page";
    expect(await page.keeper.flush()).toBe(true);
    expect(page.stored).toBe("of an earlier page");
  });

  it("says when nothing can be kept, and goes on trying", async () => {
    const page = new Page();
    page.room = false;
    page.type("a");
    await vi.advanceTimersByTimeAsync(2000);
    page.room = true;
    page.type("ab");
    await vi.advanceTimersByTimeAsync(2000);
    expect(page.kept).toEqual([false, true]);
    expect(page.stored).toBe("ab");
  });

  it("writes nothing after it was stopped", async () => {
    const page = new Page();
    page.type("a");
    page.keeper.stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(page.writes).toBe(0);
  });
});
