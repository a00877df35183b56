import { useSyncExternalStore } from "react";

const never = () => () => undefined;
const readLocal = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const readServer = () => "UTC";

/** UTC for the server and for the first paint of the browser, so that both write the same text; then the reader's own. */
export const useTimeZone = (): string => useSyncExternalStore(never, readLocal, readServer);
