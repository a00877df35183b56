import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { faultWords } from "@/lib/domain/pushes/fault-words";
import { loadMessages } from "@/lib/i18n/messages";

const cni = "container runtime network not ready: cni config uninitialized";
const away = "The connection to the server 127.0.0.1:6443 was refused";

const say = async (locale: "en" | "zh-CN", params: Record<string, string>) =>
  createTranslator({
    locale,
    messages: await loadMessages(locale),
    onError: (error) => expect.fail(error.message),
  })("faults.not-ready.headline", faultWords(params, "edge-5"));

describe("the headline of a node that is not Ready", () => {
  it.each([
    ["en", { ready: "no", seconds: "60", message: cni }, `edge-5 is NotReady for 60 s: ${cni}`],
    ["en", { ready: "no", seconds: "60", message: "" }, "edge-5 is NotReady for 60 s"],
    [
      "en",
      { ready: "unknown", seconds: "60", message: away },
      `For 60 s nobody tells whether edge-5 is Ready: ${away}`,
    ],
    ["en", {}, "edge-5 did not become Ready"],
    ["zh-CN", { ready: "no", seconds: "60", message: cni }, `edge-5 处于 NotReady 状态已 60 秒：${cni}`],
    ["zh-CN", {}, "edge-5 未进入 Ready 状态"],
  ] as const)("in %s for %j", async (locale, params, headline) => {
    expect(await say(locale, params)).toBe(headline);
  });

  it("takes words as they are, and a part of many", async () => {
    expect(await say("en", { ready: "no", seconds: "9", message: "{name} <b>'quoted'</b> #" })).toMatch(
      /: \{name\} <b>'quoted'<\/b> #$/,
    );
    const long = await say("en", { ready: "no", seconds: "9", message: "word ".repeat(400) });
    expect(long.length).toBeLessThan(350);
    expect(long).toMatch(/word…$/);
  });
});
