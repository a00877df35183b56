import type { CertificateFacts } from "@/lib/domain/certificates/schema";
import type { FieldIssue } from "@/lib/domain/errors";
import type { NodeFault } from "@/lib/domain/nodes/views";
import type { ReadFailure } from "@/lib/domain/registries/read-bytes";
import type { Remark } from "@/lib/domain/registries/remark";
import type { Definition } from "@/lib/domain/registries/schema";
import type { LeftOut } from "./leave-out";
import type { TlsUnit } from "./tls-units";

/** Why a file of a node was not read. */
export type Unread = "missing" | "unreadable" | "too-large" | "not-asked";

/** What can become of TLS files that a node's file names. */
export type TlsOutlook = TlsUnit & {
  /** The stored certificate they can become, or one that is stored already and says the same. */
  take: { slug: string; isStored: boolean; facts: CertificateFacts } | null;
  /** Why they stay paths, where nothing can be taken. */
  unread: { path: string; state: Unread }[];
  refused: Omit<FieldIssue, "path"> | null;
};

/** A node's file as the browser gets to know it: no secret of it, and of one that cannot be read no text at all. */
export type NodeFile =
  | { kind: "fault"; fault: NodeFault }
  | { kind: "absent"; path: string }
  | { kind: "refused"; path: string; failure: ReadFailure }
  | { kind: "broken"; path: string; line: number | null }
  | {
      kind: "read";
      path: string;
      /** Names what the server holds back until the definition is saved. */
      hold: string;
      definition: Definition;
      remarks: Remark[];
      leftOut: LeftOut;
      tls: TlsOutlook[];
    };

/** What one needs to know of a node to choose it. */
export type NodeChoice = {
  id: string;
  name: string;
  username: string;
  address: string;
  group: string | null;
  seenAt: string | null;
};
