import { type LintTask, runTask } from "./lint-task";

addEventListener("message", ({ data }: MessageEvent<{ id: number; task: LintTask }>) => {
  postMessage({ id: data.id, answer: runTask(data.task) });
});
