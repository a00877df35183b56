"use client";
import {
  type ComponentProps,
  createContext,
  type HTMLAttributes,
  type KeyboardEvent,
  useContext,
  useId,
} from "react";

type Chosen = { id: string; value: string; choose: (value: string) => void };

const ChosenContext = createContext<Chosen>({ id: "", value: "", choose: () => undefined });

type RootProps<Value extends string> = HTMLAttributes<HTMLDivElement> & {
  value: Value;
  onValueChange: (value: Value) => void;
};

function Root<Value extends string>({ value, onValueChange, ...props }: RootProps<Value>) {
  const id = useId();
  const choose = (next: string) => onValueChange(next as Value);
  return (
    <ChosenContext value={{ id, value, choose }}>
      <div {...props} />
    </ChosenContext>
  );
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Arrows move the focus between the tabs; Enter and Space choose, as on any button. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")];
  const at = tabs.indexOf(event.target as HTMLElement);
  if (!step || at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  tabs[step(at, tabs.length)]?.focus();
}

const List = (props: HTMLAttributes<HTMLDivElement>) => (
  <div {...props} role="tablist" tabIndex={-1} onKeyDown={moveFocus} />
);

function Tab({ value, ...props }: ComponentProps<"button"> & { value: string }) {
  const chosen = useContext(ChosenContext);
  const active = value === chosen.value;
  return (
    <button
      {...props}
      type="button"
      role="tab"
      id={`${chosen.id}-tab-${value}`}
      aria-selected={active}
      aria-controls={active ? `${chosen.id}-panel-${value}` : undefined}
      data-active={active ? "" : undefined}
      tabIndex={active ? 0 : -1}
      onClick={() => chosen.choose(value)}
    />
  );
}

function Panel({ value, ...props }: HTMLAttributes<HTMLDivElement> & { value: string }) {
  const chosen = useContext(ChosenContext);
  if (value !== chosen.value) return null;
  return (
    <div
      {...props}
      role="tabpanel"
      id={`${chosen.id}-panel-${value}`}
      aria-labelledby={`${chosen.id}-tab-${value}`}
      tabIndex={0}
    />
  );
}

/** Views of one place without addresses of their own; `LinkTabs` are for those that have one. */
export const Tabs = { Root, List, Tab, Panel };
