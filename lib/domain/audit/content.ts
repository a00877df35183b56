/** What an event says, and where it stands. */
export type AuditContent = {
  id: number;
  at: Date;
  actorId: string | null;
  actorName: string;
  action: string;
  targetType: string | null;
  targetId: string | null;
  targetName: string | null;
  result: string;
  address: string | null;
  detail: string | null;
};

/** The text that a digest is made of: the same for the same event, whatever order its columns are read in. */
export const canonicalContent = (event: AuditContent): string =>
  JSON.stringify({
    id: event.id,
    at: event.at.toISOString(),
    actorId: event.actorId,
    actorName: event.actorName,
    action: event.action,
    targetType: event.targetType,
    targetId: event.targetId,
    targetName: event.targetName,
    result: event.result,
    address: event.address,
    detail: event.detail,
  });
