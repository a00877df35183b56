/** The same answer for the same object, worked out once: the endpoints of a mirror share their rules. */
export function memoize<Input extends object, Output>(
  work: (input: Input) => Output,
): (input: Input) => Output {
  const known = new Map<Input, { output: Output }>();
  return (input) => {
    const found = known.get(input) ?? { output: work(input) };
    known.set(input, found);
    return found.output;
  };
}
