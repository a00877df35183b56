import { code, isBlankOrBreak, isBlankOrEnd, isOneOf } from "./characters";
import { scannerFailure } from "./failure";
import { Gap } from "./gap";
import type { Scanner } from "./scanner";
import type { Token } from "./token";

const endsInFlow = isOneOf(",?[]{}");
const colon = code(":");

/** Passes characters up to the next blank, break or indicator. */
function passWord({ input, flowLevel }: Scanner): void {
  for (let next = input.at(); !isBlankOrEnd(next); next = input.at()) {
    if (next === colon && isBlankOrEnd(input.at(1))) return;
    if (flowLevel > 0 && endsInFlow(next)) return;
    input.advance();
    input.ensure(2);
  }
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
    const from = input.index;
    passWord(scanner);
    if (input.index > from) {
      value += gap.flush() + input.since(from);
      end = input.mark();
    }
    if (!isBlankOrBreak(input.at())) break;
    gap.pass(input, checkTab);
    if (scanner.flowLevel === 0 && input.column < indent) break;
  }
  if (gap.broken) scanner.simpleKeyAllowed = true;
  return { type: "scalar", start, end, value, suffix: "", style: "plain" };
}
