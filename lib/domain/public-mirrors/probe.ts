import type { RegistryTestResult, StepResult, TestStep } from "@/lib/domain/registry-test/result";

/** Whether the root of the API answers whoever comes: `token` with a token that anybody gets, `login` not at all. */
export type AnonymousAnswer = "open" | "token" | "login" | "none";
type TlsAnswer = "verified" | "plain" | "refused" | "none";

export type Probe = {
  measuredAt: string;
  reachable: boolean;
  /** The whole way to the answer; null where none came. */
  ms: number | null;
  tls: TlsAnswer;
  anonymous: AnonymousAnswer;
  /** What went wrong, as its step tells it. */
  fault: StepResult | null;
};

const tlsOf = ({ outcome, note }: StepResult): TlsAnswer => {
  if (note?.code === "plain") return "plain";
  if (outcome === "ok") return "verified";
  return outcome === "failed" ? "refused" : "none";
};

function anonymousOf(api: StepResult, login: StepResult): AnonymousAnswer {
  if (api.outcome !== "ok") return "none";
  if (login.outcome === "not-needed") return "open";
  return login.outcome === "ok" ? "token" : "login";
}

/** What a test without a login says about a mirror that anybody may use. */
export function probeOf({ steps, measuredAt, ms }: RegistryTestResult): Probe {
  const at = (name: TestStep): StepResult =>
    steps.find(({ step }) => step === name) ?? {
      step: name,
      outcome: "not-reached",
      ms: null,
      fault: null,
      note: null,
    };
  const anonymous = anonymousOf(at("api"), at("login"));
  return {
    measuredAt,
    reachable: at("connect").outcome === "ok",
    ms: anonymous === "none" ? null : ms,
    tls: tlsOf(at("tls")),
    anonymous,
    fault: steps.find(({ outcome }) => outcome === "failed") ?? null,
  };
}
