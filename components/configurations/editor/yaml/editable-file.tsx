"use client";

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";

type Pane = ComponentType<{ wrap: boolean }>;

/** Shows the file to be read at first, and once it is in sight fetches what it can be typed in with. */
export function EditableFile({ wrap, children }: { wrap: boolean; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [Pane, setPane] = useState<Pane | null>(null);
  useEffect(() => {
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      // Where it cannot be fetched the file stays one to read, and the fields do it all.
      void import("./yaml-pane").then(
        (module) => setPane(() => module.YamlPane),
        () => undefined,
      );
    });
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  return (
    <div ref={box} className="flex min-h-40 flex-1 flex-col lg:min-h-0">
      {Pane ? <Pane wrap={wrap} /> : children}
    </div>
  );
}
