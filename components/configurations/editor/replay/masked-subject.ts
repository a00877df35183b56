import type { Subject } from "@/lib/domain/registries/compare/change";
import { hidden, maskUrl } from "@/lib/domain/registries/mask";

/** An entry by its name, as it may be shown: the names of some entries are URLs. */
export const maskedSubject = (subject: Subject): Subject =>
  subject.kind === "file" ? subject : { ...subject, name: maskUrl(subject.name, () => hidden) };
