import { Fragment } from "react";

/** An address in machine letters, which wraps behind its dots and colons and not within a number. */
export function HostText({ text }: { text: string }) {
  const parts = text.split(/(?<=[.:@])/).map((part, index) => ({ part, key: `${index} ${part}` }));
  return (
    <span className="break-words font-mono text-code" translate="no">
      {parts.map(({ part, key }) => (
        <Fragment key={key}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </span>
  );
}
