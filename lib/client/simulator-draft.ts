/** An edited file on its way from the editor to the simulator. Its secrets are masked before it comes here. */
export type SimulatorDraft = { text: string; configurationId: string | null };

const key = "pullpath.simulator-draft";

/** A masked login in a URL would make K3s refuse the endpoint; stars stand for it and are valid there. */
const withValidUrls = (text: string) => text.replace(/•+(?=@)/gu, (mask) => "*".repeat(mask.length));

/**
 * Keeps the file in this tab, and in one opened from it; false where the browser keeps nothing. The text must hold no
 * secret: it is the masked preview, never the values of the form.
 */
export function handOverDraft(text: string, configurationId: string | null): boolean {
  try {
    sessionStorage.setItem(key, JSON.stringify({ text: withValidUrls(text), configurationId }));
    return true;
  } catch {
    return false;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function readDraft(stored: string): SimulatorDraft | null {
  const draft: unknown = JSON.parse(stored);
  if (!isRecord(draft) || typeof draft["text"] !== "string") return null;
  const { text, configurationId } = draft;
  return { text, configurationId: typeof configurationId === "string" ? configurationId : null };
}

/** The last file handed over in this tab. It stays, so that the page can be loaded again. */
export function takeDraft(): SimulatorDraft | null {
  try {
    const stored = sessionStorage.getItem(key);
    return stored === null ? null : readDraft(stored);
  } catch {
    return null;
  }
}
