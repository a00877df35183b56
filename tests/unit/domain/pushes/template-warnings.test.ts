import { expect, it } from "vitest";
import type { TemplateFact } from "@/lib/domain/containerd-template/facts";
import { reviewWarnings } from "@/lib/domain/pushes/review";
import { templateWarnings, unreadTemplates } from "@/lib/domain/pushes/template-warnings";
import english from "@/lib/i18n/en/pushes.json";

const path = "/d/config.toml.tmpl";
const judged = (part: Partial<TemplateFact>) => ({
  userTemplates: [path],
  templates: [
    {
      path,
      name: "config.toml.tmpl" as const,
      verdict: "keeps" as const,
      reason: null,
      logins: null,
      line: null,
      ...part,
    },
  ],
});

it.each<[string, ReturnType<typeof judged>]>([
  ["template-hides", judged({ verdict: "hides" })],
  ["template-stops", judged({ verdict: "stops" })],
  ["template-stops", judged({ verdict: "unreadable" })],
  ["template-logins", judged({ logins: false })],
  ["user-template", judged({ verdict: "unknown" })],
])("warns of %s", (code, facts) => {
  expect(templateWarnings(facts)).toEqual([{ code, params: { paths: path } }]);
  expect(reviewWarnings).toContain(code);
  expect(english.review.warnings).toHaveProperty(code);
});

it.each([
  judged({ verdict: "extends", logins: true }),
  judged({ logins: true }),
  judged({ verdict: "unread" }),
])("says nothing of what does no harm", (facts) => {
  expect(templateWarnings(facts)).toEqual([]);
});

it("says once what nobody has judged, and keeps kinds apart", () => {
  const hides = judged({ verdict: "hides" });
  const dropIns = ["/d/config.toml.d/a.toml", "/d/config.toml.d/b.toml"];
  expect(templateWarnings({ ...hides, userTemplates: [path, ...dropIns] })).toEqual([
    { code: "template-hides", params: { paths: path } },
    { code: "user-template", params: { paths: dropIns.join(", ") } },
  ]);
  expect(templateWarnings({ userTemplates: [path] })).toEqual([
    { code: "user-template", params: { paths: path } },
  ]);
});

it("names what a revision brings where the release reads none of it", () => {
  const [old, v3] = [{ name: "config.toml.tmpl" }, { name: "config-v3.toml.tmpl" }] as const;
  const unread = judged({ verdict: "unread" });
  expect(unreadTemplates(unread, [old])).toEqual(["config.toml.tmpl"]);
  expect(unreadTemplates(unread, [])).toEqual([]);
  expect(unreadTemplates(judged({}), [old, v3])).toEqual([]);
  expect(reviewWarnings).toContain("template-unread");
  expect(english.review.warnings).toHaveProperty("template-unread");
});
