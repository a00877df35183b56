import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type Formatted,
  type PaneLinks,
  type PaneState,
  PaneStore,
} from "@/components/configurations/editor/yaml/pane-store";
import { readFileText } from "@/components/configurations/editor/yaml/read-text";
import { fromForm } from "@/lib/domain/registries/form";
import type { DefinitionForm } from "@/lib/domain/registries/form-schema";
import { render } from "@/lib/domain/registries/render";

const start = 'mirrors:\n  "docker.io":\n    endpoint:\n      - "https://a.corp"\n';
const other = start.replace("a.corp", "b.corp");
const broken = `${start}  "quay.io: [\n`;

function formOf(text: string): DefinitionForm {
  const read = readFileText(text, []);
  if (!read.ok) throw new Error("the text of the test cannot be read");
  return read.form;
}

class Page implements PaneLinks {
  form = formOf(start);
  states: PaneState[] = [];
  labels: string[] = [];
  readonly store = new PaneStore();

  constructor() {
    this.store.link(this);
  }
  get rendered() {
    return render(fromForm(this.form));
  }
  read = (text: string) => readFileText(text, []);
  readLater: PaneLinks["readLater"] = () => null;
  replace: PaneLinks["replace"] = (next, label) => {
    this.form = next(this.form);
    this.labels.push(label);
  };
  compare = (typed: string): Formatted | null =>
    typed === this.rendered ? null : { before: typed, after: this.rendered };
  onChange = (state: PaneState) => {
    this.states.push(state);
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the text of the pane", () => {
  it("is the person's until they leave, and goes into the form at a pause", () => {
    const page = new Page();
    const typed = other.replace("endpoint:\n      -", "endpoint:\n    -");
    page.store.type(typed, start);
    expect(page.rendered).toBe(start);
    vi.advanceTimersByTime(150);
    expect(page.rendered).toBe(other);
    expect(page.store.state).toMatchObject({ own: true, draft: typed, broken: null });
    expect(page.store.leave()).toBe(true);
    expect(page.store.state).toMatchObject({ own: false, formatted: { before: typed, after: other } });
  });

  it("waits for a longer pause where it is long, so that it holds up no key", () => {
    const page = new Page();
    page.store.type(other + "# a note\n".repeat(100_000), start);
    vi.advanceTimersByTime(500);
    expect(page.rendered).toBe(start);
    vi.advanceTimersByTime(100);
    expect(page.rendered).toContain("b.corp");
  });

  it("goes into the form at once on leaving", () => {
    const page = new Page();
    page.store.type(other, start);
    expect(page.store.leave()).toBe(true);
    expect(page.rendered).toBe(other);
    expect(page.store.state.formatted).toBeNull();
  });

  it("makes one step of what is typed until leaving, and another after it", () => {
    const page = new Page();
    page.store.type(other, start);
    vi.advanceTimersByTime(150);
    page.store.type(other.replace("b.corp", "c.corp"), other);
    page.store.leave();
    page.store.type(start, page.rendered);
    page.store.leave();
    expect(page.labels).toEqual(["yaml 0", "yaml 0", "yaml 1"]);
  });

  it("keeps what the form knows beyond its text", () => {
    const page = new Page();
    const [mirror] = page.form.mirrors;
    page.form = { ...page.form, mirrors: mirror ? [{ ...mirror, rewritesEmptyKept: true }] : [] };
    page.store.type(other, start);
    page.store.leave();
    expect(page.form.mirrors[0]).toMatchObject({
      rewritesEmptyKept: true,
      endpoints: [{ url: "https://b.corp" }],
    });
  });
});

describe("a text that cannot be read", () => {
  it("is told after a while, changes nothing and is not lost on leaving", () => {
    const page = new Page();
    page.store.type(broken, start);
    vi.advanceTimersByTime(150);
    expect(page.store.state.broken).toBeNull();
    vi.advanceTimersByTime(250);
    expect(page.store.state.broken).toEqual({ line: expect.any(Number) });
    expect(page.store.leave()).toBe(false);
    expect(page.store).toMatchObject({ text: broken, state: { own: true } });
    expect(page.rendered).toBe(start);
  });

  it("goes into the form once it is corrected", () => {
    const page = new Page();
    page.store.type(broken, start);
    page.store.leave();
    page.store.type(other, broken);
    vi.advanceTimersByTime(150);
    expect(page.store.state.broken).toBeNull();
    expect(page.rendered).toBe(other);
  });

  it("is taken back, and brought again while nothing else was done", () => {
    const page = new Page();
    page.store.type(broken, start);
    expect(page.store.drop(start)).toBe(true);
    expect(page.store.state).toMatchObject({ own: false, broken: null, dropped: true });
    expect(page.store.pickUp(other)).toBe(false);
    expect(page.store.pickUp(start)).toBe(true);
    expect(page.store.text).toBe(broken);
    expect(page.store.state.broken).not.toBeNull();
  });

  it("leaves steps back to the history where the text can be read", () => {
    const page = new Page();
    page.store.type(other, start);
    expect(page.store.drop(start)).toBe(false);
    expect(page.rendered).toBe(other);
  });
});

it("leaves a long text to be read elsewhere, and an answer that comes too late aside", async () => {
  const page = new Page();
  page.readLater = (text) => Promise.resolve(readFileText(text, []));
  page.store.type(other, start);
  vi.advanceTimersByTime(150);
  page.store.type(start, other);
  await vi.advanceTimersByTimeAsync(0);
  expect(page.rendered).toBe(start);
  page.store.type(other, start);
  await vi.advanceTimersByTimeAsync(150);
  expect(page.rendered).toBe(other);
});

it("reads nothing at the first key, and of a long text nothing on the page at all", async () => {
  const page = new Page();
  const readHere: string[] = [];
  const readThere: string[] = [];
  page.read = (text) => {
    readHere.push(text);
    return readFileText(text, []);
  };
  page.readLater = (text) => {
    readThere.push(text);
    return Promise.resolve(readFileText(text, []));
  };
  const [mirror] = page.form.mirrors;
  page.form = { ...page.form, mirrors: mirror ? [{ ...mirror, rewritesEmptyKept: true }] : [] };
  page.store.type(other, start);
  expect(readThere).toEqual([]);
  await vi.advanceTimersByTimeAsync(150);
  expect(readThere).toEqual([start, other]);
  expect(readHere).toEqual([]);
  expect(page.form.mirrors[0]).toMatchObject({ rewritesEmptyKept: true });
});

it("takes what is typed while the start is still being read against that start", async () => {
  const page = new Page();
  page.readLater = (text) => Promise.resolve(readFileText(text, []));
  const [mirror] = page.form.mirrors;
  page.form = { ...page.form, mirrors: mirror ? [{ ...mirror, rewritesEmptyKept: true }] : [] };
  page.store.type(other, start);
  vi.advanceTimersByTime(150);
  page.store.leave();
  await vi.advanceTimersByTimeAsync(0);
  expect(page.form.mirrors[0]).toMatchObject({ rewritesEmptyKept: true });
  expect(page.form.mirrors[0]?.endpoints[0]?.url).toBe("https://b.corp");
});
