const key = "pullpath.test-from";

/** Keeps from where this tab tests, where the browser keeps anything. */
export function keepTestPlace(place: string): void {
  try {
    sessionStorage.setItem(key, place);
  } catch {
    // The choice then lasts as long as the page.
  }
}

export function keptTestPlace(): string {
  try {
    return sessionStorage.getItem(key) ?? "server";
  } catch {
    return "server";
  }
}
