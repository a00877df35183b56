import { code, isBlankOrBreak, isBlankOrEnd } from "./characters";
import { scannerFailure } from "./failure";
import { Gap } from "./gap";
import type { Scanner } from "./scanner";
import type { Token } from "./token";

const endsInFlow = new Set(Array.from(",?[]{}", code));

function endsWord(scanner: Scanner): boolean {
  const current = scanner.input.at();
  if (isBlankOrEnd(current)) return true;
  if (current === code(":") && isBlankOrEnd(scanner.input.at(1))) return true;
  return scanner.flowLevel > 0 && endsInFlow.has(current);
}

/** A scalar without quotes (yaml.v2 v2.4.0, scannerc.go, yaml_parser_scan_plain_scalar). */
export function scanPlain(scanner: Scanner): Token {
  const { input } = scanner;
  const start = input.mark();
  const gap = new Gap();
  const indent = scanner.indent + 1;
  let end = start;
  let value = "";
  const checkTab = () => {
    if (input.column < indent && input.at() === 0x09) {
      throw scannerFailure("found a tab character that violates indentation", input.mark(), start);
    }
  };
  for (;;) {
    input.ensure(4);
    if (scanner.isAtDocumentIndicator() || input.at() === code("#")) break;
    while (!endsWord(scanner)) {
      value += gap.flush() + input.take();
      end = input.mark();
      input.ensure(2);
    }
    if (!isBlankOrBreak(input.at())) break;
    gap.pass(input, checkTab);
    if (scanner.flowLevel === 0 && input.column < indent) break;
  }
  if (gap.broken) scanner.simpleKeyAllowed = true;
  return { type: "scalar", start, end, value, suffix: "", style: "plain" };
}
