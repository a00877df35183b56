import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { YamlView } from "@/components/configurations/yaml-view";

const linesOf = (count: number): number => {
  const text = Array.from({ length: count }, (_line, at) => `- "${at}"`).join("\n");
  const html = renderToStaticMarkup(createElement(YamlView, { text, label: "file" }));
  return html.match(/data-line=/g)?.length ?? 0;
};

describe("a long file as the server draws it", () => {
  it.each([
    [1, 1],
    [300, 300],
    [301, 300],
    [9000, 300],
  ])("%i lines", (count, drawn) => {
    expect(linesOf(count)).toBe(drawn);
  });
});
