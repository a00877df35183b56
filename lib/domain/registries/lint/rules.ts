import { authRules } from "./auth";
import { controlRules } from "./control";
import { nodeRules } from "./embedded";
import { endpointSetRules } from "./endpoint-set";
import { endpointRules } from "./endpoints";
import { hostUseRules } from "./host-use";
import { invisibleRules } from "./invisible";
import { keyRules } from "./keys";
import { plainScalarRules } from "./plain-scalar";
import { rewriteSetRules } from "./rewrite-set";
import { rewriteRules } from "./rewrites";
import type { Rule } from "./rule";
import { misplacedRules } from "./sections-in-mirrors";
import { tlsRules } from "./tls";
import { unreadRules } from "./unread";
import { wildcardRules } from "./wildcard";

/** Every rule for a file that K3s can decode. */
export const rules: readonly Rule[] = [
  ...invisibleRules,
  ...plainScalarRules,
  ...unreadRules,
  ...misplacedRules,
  ...keyRules,
  ...endpointRules,
  ...endpointSetRules,
  ...rewriteRules,
  ...rewriteSetRules,
  ...hostUseRules,
  ...authRules,
  ...controlRules,
  ...tlsRules,
  ...wildcardRules,
  ...nodeRules,
];
