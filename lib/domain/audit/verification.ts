/**
 * Why the record is not whole: an event is not what was written at its place, one is gone, or what was kept of the
 * newest event is gone or not ours.
 */
export type AuditBreak = "changed" | "missing" | "head";

/** How many events the digests vouch for, and how many they do not. */
type Counts = {
  covered: number;
  /** From before events had digests. */
  earlier: number;
  /** Without a digest among those that have one, as they are written while the master key is missing. */
  unsealed: number;
};

/** Whether the record is as it was written; `id` is the first place where it is not. */
export type AuditVerification = Counts &
  (
    | { ok: true }
    | {
        ok: false;
        id: number;
        why: AuditBreak;
        /** In how many places after it, too. */
        further: number;
      }
  );
