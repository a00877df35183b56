/** The part of the definition the caret of the file stands in, by the path of its lines; null while it is elsewhere. */
export class CaretStore {
  part: string | null = null;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** The card a part belongs to; `mirrors/2` of `mirrors/2/endpoints/0`. */
  get card(): string | null {
    return this.part?.split("/", 2).join("/") ?? null;
  }

  point(part: string | null): void {
    if (part === this.part) return;
    this.part = part;
    for (const tell of this.listeners) tell();
  }
}
