import { embeddedRegistry } from "../containerd/embedded";
import { containerdView } from "../containerd/files";
import type { Decoded } from "../decode";
import { type ImageReference, normalizeReference } from "../reference";
import type { Target } from "../target";
import { combine } from "./alternatives";
import { type PlannedAttempt, planAttempts } from "./attempts";
import { findConfigFault } from "./config-fault";
import type { Assume, Attempt, Explanation, Note } from "./explanation";
import { findFolder } from "./folder";
import { keyOf, pullHosts } from "./hosts";
import { notesOf, releaseNotes } from "./notes";
import { knownFlags } from "./old-releases";
import { type Ending, failed, resultOf, runtimeResult } from "./outcome";
import { runtimeAttempts } from "./runtime";
import { findTlsFault } from "./tls-files";

type Question = {
  decoded: Decoded;
  image: string;
  target: Target;
  assume: Assume;
};

const toAttempt = ({ dead: _dead, fallsBackOn: _fallsBackOn, ...attempt }: PlannedAttempt): Attempt =>
  attempt;

type Parts = Pick<Explanation, "reference" | "entry"> & {
  lists: PlannedAttempt[][];
  result: Ending;
  notes?: Note[];
};

const toExplanation = ({ lists, ...rest }: Parts): Explanation => ({
  reference: rest.reference,
  entry: rest.entry,
  attempts: (lists[0] ?? []).map(toAttempt),
  alternatives: lists.slice(1).map((list) => list.map(toAttempt)),
  result: { ...rest.result, notes: rest.notes ?? [] },
});

/** What happens when an image is pulled, as far as the file decides it; nothing is asked. */
export function explain({ decoded, image, target, assume }: Question): Explanation {
  const reference = normalizeReference(image);
  const { family } = target.version;
  if ("error" in reference) {
    const error = { code: "invalid-reference", params: { image, detail: reference.error } } as const;
    return toExplanation({ reference, entry: null, lists: [], result: failed(family, error) });
  }
  const way = target.puller === "rke2-runtime" ? explainRuntime : explainContainerd;
  return way(reference, { decoded, image, target, assume });
}

function explainRuntime(reference: ImageReference, { decoded, target, assume }: Question): Explanation {
  const { key, choices } = runtimeAttempts(decoded, reference);
  const lists = combine(choices);
  const result = runtimeResult(lists[0] ?? [], { reference, assume, family: target.version.family });
  const entry = key === null ? null : { key, directory: null };
  return toExplanation({ reference, entry, lists, result });
}

function explainContainerd(reference: ImageReference, question: Question): Explanation {
  const { decoded, assume } = question;
  const target = knownFlags(question.target);
  const { family } = target.version;
  const { entries, configs } = containerdView(decoded, target);
  const { registryHost } = reference;
  const folder = findFolder(entries, registryHost);
  const embeddedAddress = embeddedRegistry(target)?.address ?? ":";
  const hosts = pullHosts({ decoded, target, registryHost, folder, embeddedAddress });
  const entry = folder && { key: keyOf(folder.entry?.name ?? folder.name, decoded), directory: folder.name };
  const fault = findConfigFault(configs, target) ?? findTlsFault(hosts);
  if (fault) {
    const notes = releaseNotes(target);
    return toExplanation({ reference, entry, lists: [], result: failed(family, fault), notes });
  }
  const lists = combine(planAttempts(hosts, { reference, configs, target }));
  const attempts = lists[0] ?? [];
  const result = resultOf(attempts, { reference, assume, family });
  const notes = notesOf({ target, attempts, result, assume });
  return toExplanation({ reference, entry, lists, result, notes });
}
