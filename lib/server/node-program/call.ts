import "server-only";
import { SshFault } from "@/lib/server/ssh/fault";
import { classifyRefusal, type Root } from "@/lib/server/ssh/privilege";
import { type RemoteProcess, withTimeout } from "@/lib/server/ssh/process";
import type { SshSession } from "@/lib/server/ssh/session";
import { type Answer, LineCutter, readAnswer } from "./lines";
import { commandFor, type Mode } from "./program";

export type Call = {
  mode: Mode;
  /** Everything for standard input, in order. */
  input: readonly Uint8Array[];
  onAnswer: (answer: Answer) => void;
  /** Without any answer for so long, the node counts as lost. */
  silenceMs: number;
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

/** Restarts its clock with every sign of life, and rejects when none came in time. */
function watchSilence(ms: number, onSilence: () => void): { alive: () => void; stop: () => void } {
  const timer = setTimeout(onSilence, ms);
  return { alive: () => timer.refresh(), stop: () => clearTimeout(timer) };
}

/** Runs the program on the node as root and hands on its answers until it ends. */
export async function callProgram(session: SshSession, call: Call): Promise<void> {
  const root = await session.root();
  const process = await session.start(root.prefix + commandFor(call.mode));
  const state: Conversation = { ready: false, asked: 0, said: "", root };
  const cutter = new LineCutter();
  const sendInput = () => {
    for (const bytes of call.input) process.channel.write(bytes);
  };
  const silence = watchSilence(call.silenceMs, () => process.stop());
  process.channel.on("data", (chunk: Buffer) => {
    silence.alive();
    for (const line of cutter.push(chunk)) {
      const answer = readAnswer(line);
      if (answer?.kind === "ready" && !state.ready) {
        state.ready = true;
        sendInput();
      } else if (answer && state.ready) call.onAnswer(answer);
    }
  });
  answerSudo(process, session.target.sudoPassword ?? "", state);
  try {
    const late = session.timeouts.commandMs;
    await withTimeout(untilReady(process, state), late, () => process.stop());
    await process.exited;
  } finally {
    silence.stop();
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
