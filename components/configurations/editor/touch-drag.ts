import type { DropMark, SortListeners } from "./drop-position";

/** How long a finger rests until the row is lifted, and how far it may slip until then; else the page scrolls. */
const rest = 300;
const slip = 8;
/** Near the upper and lower edge of the screen the page scrolls on, by so much a frame. */
const edge = 72;
const stride = 8;
/** A finger this far beside the list, or below or above it, drops nothing. */
const outside = 48;

const rowsOf = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>("[data-row]")];

/** The edge of a row that a point is at, by its half; null beside the list. */
function markAt(list: HTMLElement, { x, y }: { x: number; y: number }): DropMark {
  const box = list.getBoundingClientRect();
  const boxes = rowsOf(list).map((row) => row.getBoundingClientRect());
  const last = boxes.at(-1);
  if (!last || x < box.left - outside || x > box.right + outside) return null;
  if (y < box.top - outside || y > last.bottom + outside) return null;
  const index = boxes.findIndex(({ bottom }) => y <= bottom);
  const over = boxes[index];
  if (!over) return { index: boxes.length - 1, edge: "bottom" };
  return { index, edge: y < (over.top + over.bottom) / 2 ? "top" : "bottom" };
}

/** One finger on a handle, from when it comes until it goes. */
class Touch {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private frame = 0;
  private from: number | null = null;
  private readonly list: HTMLElement;
  private readonly row: HTMLElement;
  private readonly listeners: SortListeners;
  private readonly start: { x: number; y: number };
  private at: { x: number; y: number };

  constructor(
    list: HTMLElement,
    row: HTMLElement,
    { touch, ...listeners }: SortListeners & { touch: globalThis.Touch },
  ) {
    this.list = list;
    this.row = row;
    this.listeners = listeners;
    this.start = { x: touch.clientX, y: touch.clientY };
    this.at = this.start;
    // The browser's own dragging begins at a long press too, and not in every browser.
    row.draggable = false;
    this.timer = setTimeout(() => this.lift(), rest);
  }

  private lift(): void {
    this.from = rowsOf(this.list).indexOf(this.row);
    this.listeners.onStart(this.from);
    this.scroll();
  }

  /** True where the page must not scroll for it. */
  move({ clientX: x, clientY: y }: globalThis.Touch): boolean {
    this.at = { x, y };
    if (this.from === null) {
      if (Math.hypot(x - this.start.x, y - this.start.y) > slip) clearTimeout(this.timer);
      return false;
    }
    this.listeners.onOver(markAt(this.list, this.at));
    return true;
  }

  private scroll(): void {
    this.frame = requestAnimationFrame(() => {
      const { y } = this.at;
      const by = y < edge ? -stride : y > window.innerHeight - edge ? stride : 0;
      if (by !== 0) {
        window.scrollBy(0, by);
        this.listeners.onOver(markAt(this.list, this.at));
      }
      this.scroll();
    });
  }

  end(dropped: boolean): void {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
    this.row.draggable = true;
    if (this.from === null) return;
    this.listeners.onDrop(this.from, dropped ? markAt(this.list, this.at) : null);
  }
}

/**
 * Rows are lifted by a long press on their handle and follow the finger: not every browser of a phone has dragging of
 * its own. A press that moves at once scrolls, as everywhere on the page.
 */
export function makeTouchSortable(list: HTMLElement, listeners: SortListeners): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let touch: Touch | null = null;
  const end = (dropped: boolean) => () => {
    touch?.end(dropped);
    touch = null;
  };
  signal.addEventListener("abort", end(false));
  for (const row of rowsOf(list)) {
    const handle = row.querySelector("[data-drag-handle]");
    const on = (type: string, listen: (event: TouchEvent) => void) =>
      handle?.addEventListener(type, listen as EventListener, { signal, passive: false });
    on("touchstart", ({ touches: [first, second] }) => {
      end(false)();
      if (first && !second) touch = new Touch(list, row, { ...listeners, touch: first });
    });
    on("touchmove", (event) => {
      const [first] = event.touches;
      if (first && touch?.move(first) && event.cancelable) event.preventDefault();
    });
    on("touchend", end(true));
    on("touchcancel", end(false));
    // A long press opens a menu elsewhere.
    on("contextmenu", (event) => {
      if (touch) event.preventDefault();
    });
  }
  return () => stop.abort();
}
