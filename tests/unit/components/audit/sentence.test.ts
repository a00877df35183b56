import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { countOf, sentenceOf } from "@/components/audit/sentence";
import type { AuditResult } from "@/lib/domain/audit/actions";
import type { AuditFact, AuditView } from "@/lib/domain/audit/views";
import { loadMessages } from "@/lib/i18n/messages";

type Told = Pick<AuditView, "action" | "result" | "facts">;

async function tell(locale: "en" | "zh-CN", event: Told) {
  const t = createTranslator({ locale, messages: await loadMessages(locale) });
  const sentence = sentenceOf(event);
  return sentence && t(`audit.${sentence}`, { count: countOf(event) });
}

const signIn = (result: AuditResult): Told => ({ action: "session.created", result, facts: [] });
const checked = (facts: AuditFact[]): Told => ({ action: "drift.checked", result: "ok", facts });

describe("the sentence of an event", () => {
  it("tells a sign-in that was refused as tried", async () => {
    expect(await tell("en", signIn("refused"))).toBe("Tried to sign in");
    expect(await tell("zh-CN", signIn("refused"))).toBe("尝试登录");
    expect(await tell("en", signIn("ok"))).toBe("Signed in");
  });

  it("tells how many nodes were checked, where the event does", async () => {
    const nodes = (value: string) => [{ name: "nodes", value }];
    expect(await tell("en", checked(nodes("3")))).toBe("Checked 3 nodes for drift");
    expect(await tell("zh-CN", checked(nodes("3")))).toBe("检查了 3 个节点的漂移");
    for (const facts of [[], nodes("edge-1, edge-2")])
      expect(await tell("en", checked(facts))).toBe("Checked nodes for drift");
  });

  it("is missing for what another version did", () => {
    expect(sentenceOf({ action: "weather.changed", result: "ok" })).toBeNull();
  });
});
