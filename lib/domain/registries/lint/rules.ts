import { authRules } from "./auth";
import { controlRules } from "./control";
import { duplicateRules } from "./duplicates";
import { nodeRules } from "./embedded";
import { endpointSetRules } from "./endpoint-set";
import { endpointRules } from "./endpoints";
import { foreignRules } from "./foreign-file";
import { hostKeyRules } from "./host-keys";
import { hostUseRules } from "./host-use";
import { invisibleRules } from "./invisible";
import { keyRules } from "./keys";
import { plainScalarRules } from "./plain-scalar";
import { quoteRules } from "./quotes";
import { rewriteSetRules } from "./rewrite-set";
import { rewriteRules } from "./rewrites";
import type { Rule } from "./rule";
import { misplacedRules } from "./sections-in-mirrors";
import { tlsRules } from "./tls";
import { unreadRules } from "./unread";
import { unwrittenRules } from "./unwritten";
import { wildcardRules } from "./wildcard";

/** Every rule for a file that K3s can decode. */
export const rules: readonly Rule[] = [
  ...foreignRules,
  ...invisibleRules,
  ...plainScalarRules,
  ...quoteRules,
  ...unreadRules,
  ...duplicateRules,
  ...misplacedRules,
  ...keyRules,
  ...endpointRules,
  ...endpointSetRules,
  ...rewriteRules,
  ...rewriteSetRules,
  ...hostUseRules,
  ...hostKeyRules,
  ...authRules,
  ...controlRules,
  ...tlsRules,
  ...wildcardRules,
  ...nodeRules,
  ...unwrittenRules,
];
