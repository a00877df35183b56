import { expect, it } from "vitest";
import { countByMode } from "@/tests/bench/push-commands";

it("counts the programs of each call, apart from what a played program starts", () => {
  const counts = countByMode([
    "10 clone(flags=SIGCHLD) = 5 /* 11 in strace's PID NS */",
    '11 execve("/bin/bash", ["bash", "-c", "sh -c"], 0x1) = 0',
    '11 execve("/usr/bin/sh", ["sh", "-c", "umask", "pullpath", "apply"], 0x1) = 0',
    "11 vfork( <unfinished ...>",
    '12 execve("/usr/bin/stat", ["stat", "/"], 0x1) = 0',
    "11 <... vfork resumed>) = 6 /* 12 in strace's PID NS */",
    '12 execve("/usr/local/bin/stat", ["stat", "/"], 0x1) = -1 ENOENT (No such file or directory)',
    "11 clone3({flags=0}, 88) = 7 /* 13 in strace's PID NS */",
    '13 execve("/usr/bin/systemctl", ["systemctl", "show"], 0x1) = 0',
    "13 clone(flags=SIGCHLD) = 8 /* 14 in strace's PID NS */",
    '14 execve("/usr/bin/awk", ["awk"], 0x1) = 0',
  ]);
  expect(Array.from(counts, ([mode, calls]) => [mode, calls.length])).toEqual([
    ["sshd", 1],
    ["apply", 3],
    ["played", 1],
  ]);
});
