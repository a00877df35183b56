import { ReadingPacker } from "../yaml/packed-reading";
import { type LintTask, runTask } from "./lint-task";

const packer = new ReadingPacker();

addEventListener("message", ({ data }: MessageEvent<{ id: number; task: LintTask }>) => {
  const answer = runTask(data.task);
  const sent = answer.kind === "read" ? { ...answer, reading: packer.pack(answer.reading) } : answer;
  postMessage({ id: data.id, answer: sent });
});
