import "server-only";
import { SshFault } from "@/lib/server/ssh/fault";
import { classifyRefusal, type Root } from "@/lib/server/ssh/privilege";
import { type RemoteProcess, withTimeout } from "@/lib/server/ssh/process";
import type { SshSession } from "@/lib/server/ssh/session";
import { CallGuard, type Limits } from "./guard";
import { type Answer, LineCutter, readAnswer } from "./lines";
import { commandFor, type Mode } from "./program";

export type Call = {
  mode: Mode;
  /** Everything for standard input, in order. */
  input: readonly Uint8Array[];
  /** What it throws ends the call with that. */
  onAnswer: (answer: Answer) => void;
  limits: Limits;
};

type Conversation = { ready: boolean; asked: number; said: string; root: Root };

/** Answers sudo and only sudo: the password is written after its own prompt, and nothing else before the program is there. */
function answerSudo(process: RemoteProcess, password: string, state: Conversation) {
  const { prompt } = state.root;
  process.channel.stderr.on("data", (chunk: Buffer) => {
    state.said = (state.said + chunk.toString("utf8")).slice(-4096);
    if (prompt === null || state.ready) return;
    const prompts = state.said.split(prompt).length - 1;
    if (prompts <= state.asked) return;
    state.asked = prompts;
    if (prompts === 1) process.channel.write(`${password}\n`);
    else process.channel.end();
  });
}

function refusal(session: SshSession, state: Conversation): SshFault {
  const { host, port, username } = session.target;
  const params = { host, port: String(port), user: username };
  if (state.asked > 1) return new SshFault("sudo-password-wrong", params);
  if (state.asked === 1) return new SshFault(classifyRefusal(state.said), { ...params, reason: "refused" });
  return new SshFault("protocol", { ...params, reason: "no-program" });
}

/** Hands on the answers of the program; its input follows once it is there. */
function listen(
  process: RemoteProcess,
  call: Call,
  { state, guard }: { state: Conversation; guard: CallGuard },
) {
  const cutter = new LineCutter();
  const onLine = (line: string) => {
    const answer = readAnswer(line);
    if (answer === null || guard.isOver) return;
    guard.countAnswer();
    if (state.ready || answer.kind === "ready") call.onAnswer(answer);
    if (state.ready || answer.kind !== "ready") return;
    state.ready = true;
    for (const bytes of call.input) process.channel.write(bytes);
  };
  process.channel.stderr.on("data", (chunk: Buffer) => guard.take(chunk));
  process.channel.on("data", (chunk: Buffer) => {
    guard.take(chunk);
    if (guard.isOver) return;
    try {
      cutter.push(chunk).forEach(onLine);
    } catch (error) {
      guard.fail(error);
    }
  });
}

/** Runs the program on the node as root and hands on its answers until it ends. */
export async function callProgram(session: SshSession, call: Call): Promise<void> {
  const root = await session.root();
  const process = await session.start(root.prefix + commandFor(call.mode));
  const state: Conversation = { ready: false, asked: 0, said: "", root };
  const guard = new CallGuard(call.limits, () => process.stop());
  listen(process, call, { state, guard });
  answerSudo(process, session.target.sudoPassword ?? "", state);
  try {
    const ready = withTimeout(untilReady(process, state), session.timeouts.commandMs, () => process.stop());
    await Promise.race([ready, guard.broken]);
    await Promise.race([process.exited, guard.broken]);
  } finally {
    guard.end();
  }
  if (!state.ready) throw refusal(session, state);
}

/** Resolves when the program has answered or the command has ended. */
function untilReady(process: RemoteProcess, state: Conversation): Promise<unknown> {
  const answered = new Promise<void>((resolve) => {
    const check = () => {
      if (!state.ready) return;
      process.channel.off("data", check);
      resolve();
    };
    process.channel.on("data", check);
  });
  return Promise.race([answered, process.exited]);
}
