import { code, isBlank, isBlankOrEnd } from "./characters";
import { scannerFailure } from "./failure";
import { scanBlockScalar } from "./scan-block";
import { scanDirective } from "./scan-directive";
import { scanPlain } from "./scan-plain";
import { scanQuoted } from "./scan-quoted";
import { scanAnchor, scanTag } from "./scan-tag";
import type { Scanner } from "./scanner";
import { type Token, type TokenType, token } from "./token";

type Fetch = (scanner: Scanner) => void;

/** Passes an indicator of `length` characters and queues its token. */
function indicator(scanner: Scanner, type: TokenType, length = 1): void {
  const start = scanner.input.mark();
  scanner.input.advance(length);
  scanner.push(token(type, start, scanner.input.mark()));
}

/** A token that stands for a whole node or its properties, and so may be, or begin, a key. */
const keyLike =
  (scan: (scanner: Scanner) => Token): Fetch =>
  (scanner) => {
    scanner.saveSimpleKey();
    scanner.simpleKeyAllowed = false;
    scanner.push(scan(scanner));
  };

const flowStart =
  (type: TokenType): Fetch =>
  (scanner) => {
    scanner.saveSimpleKey();
    scanner.enterFlow();
    scanner.simpleKeyAllowed = true;
    indicator(scanner, type);
  };

const flowEnd =
  (type: TokenType): Fetch =>
  (scanner) => {
    scanner.keys.drop();
    scanner.leaveFlow();
    scanner.simpleKeyAllowed = false;
    indicator(scanner, type);
  };

const flowEntry: Fetch = (scanner) => {
  scanner.keys.drop();
  scanner.simpleKeyAllowed = true;
  indicator(scanner, "flow-entry");
};

/** In block context an indicator may open a collection, where a line or another indicator has just ended. */
function openBlock(scanner: Scanner, type: TokenType, what: string): void {
  if (scanner.flowLevel > 0) return;
  const mark = scanner.input.mark();
  if (!scanner.simpleKeyAllowed) throw scannerFailure(`${what} are not allowed in this context`, mark, mark);
  scanner.rollIndent(type, mark);
}

const blockEntry: Fetch = (scanner) => {
  openBlock(scanner, "block-sequence-start", "block sequence entries");
  scanner.keys.drop();
  scanner.simpleKeyAllowed = true;
  indicator(scanner, "block-entry");
};

const key: Fetch = (scanner) => {
  openBlock(scanner, "block-mapping-start", "mapping keys");
  scanner.keys.drop();
  scanner.simpleKeyAllowed = scanner.flowLevel === 0;
  indicator(scanner, "key");
};

const value: Fetch = (scanner) => {
  if (scanner.claimSimpleKey()) {
    scanner.simpleKeyAllowed = false;
  } else {
    openBlock(scanner, "block-mapping-start", "mapping values");
    scanner.simpleKeyAllowed = scanner.flowLevel === 0;
  }
  indicator(scanner, "value");
};

const blockScalar =
  (literal: boolean): Fetch =>
  (scanner) => {
    scanner.keys.drop();
    scanner.simpleKeyAllowed = true;
    scanner.push(scanBlockScalar(scanner, literal));
  };

/** Leaves all open block collections, as the end of a document does. */
function closeBlocks(scanner: Scanner): void {
  scanner.unrollIndent(-1);
  scanner.keys.drop();
  scanner.simpleKeyAllowed = false;
}

function fetchStreamEnd(scanner: Scanner): void {
  const { input } = scanner;
  if (input.column !== 0) {
    input.column = 0;
    input.line++;
  }
  closeBlocks(scanner);
  scanner.push(token("stream-end", input.mark(), input.mark()));
}

const fetchDirective: Fetch = (scanner) => {
  closeBlocks(scanner);
  scanner.push(scanDirective(scanner));
};

const fetchDocumentIndicator: Fetch = (scanner) => {
  closeBlocks(scanner);
  indicator(scanner, scanner.input.at() === code("-") ? "document-start" : "document-end", 3);
};

const byCharacter: ReadonlyMap<number, Fetch> = new Map(
  Object.entries({
    "[": flowStart("flow-sequence-start"),
    "{": flowStart("flow-mapping-start"),
    "]": flowEnd("flow-sequence-end"),
    "}": flowEnd("flow-mapping-end"),
    ",": flowEntry,
    "*": keyLike((scanner) => scanAnchor(scanner, "alias")),
    "&": keyLike((scanner) => scanAnchor(scanner, "anchor")),
    "!": keyLike(scanTag),
    "'": keyLike((scanner) => scanQuoted(scanner, "single")),
    '"': keyLike((scanner) => scanQuoted(scanner, "double")),
  }).map(([character, fetch]) => [code(character), fetch]),
);

/** Indicators only before a blank, and `?` and `:` always in flow context. */
const beforeBlank: ReadonlyMap<number, Fetch> = new Map([
  [code("-"), blockEntry],
  [code("?"), key],
  [code(":"), value],
]);

const neverPlain = new Set(Array.from("-?:,[]{}#&*!|>'\"%@`", code));

function startsPlain(scanner: Scanner): boolean {
  const { input } = scanner;
  const first = input.at();
  if (!isBlankOrEnd(first) && !neverPlain.has(first)) return true;
  if (first === code("-")) return !isBlank(input.at(1));
  return (
    scanner.flowLevel === 0 && (first === code("?") || first === code(":")) && !isBlankOrEnd(input.at(1))
  );
}

function fetchInFlowOrBlock(scanner: Scanner): Fetch | undefined {
  const { input } = scanner;
  const first = input.at();
  const always = scanner.flowLevel > 0 && first !== code("-");
  if (always || isBlankOrEnd(input.at(1))) {
    const fetch = beforeBlank.get(first);
    if (fetch !== undefined) return fetch;
  }
  const fetch = byCharacter.get(first);
  if (fetch !== undefined) return fetch;
  if (scanner.flowLevel === 0 && first === code("|")) return blockScalar(true);
  if (scanner.flowLevel === 0 && first === code(">")) return blockScalar(false);
  return startsPlain(scanner) ? keyLike(scanPlain) : undefined;
}

function pickFetch(scanner: Scanner): Fetch {
  const { input } = scanner;
  if (input.at() === 0) return fetchStreamEnd;
  if (input.column === 0 && input.at() === code("%")) return fetchDirective;
  if (scanner.isAtDocumentIndicator()) return fetchDocumentIndicator;
  const fetch = fetchInFlowOrBlock(scanner);
  if (fetch !== undefined) return fetch;
  throw scannerFailure("found character that cannot start any token", input.mark(), input.mark());
}

/** Queues the token that begins at the current character. */
export function fetchToken(scanner: Scanner): void {
  pickFetch(scanner)(scanner);
}
