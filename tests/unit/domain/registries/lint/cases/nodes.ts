import { type Cases, host, hub } from "./case";

const closed = { disableDefaultRegistryEndpoint: true };
const shared = { embeddedRegistry: true };

export const nodeCases: Cases = {
  "nodefault-ineffective": {
    hits: [
      [`${hub("https://h.corp")}configs:\n  docker.io:\n`, closed],
      ["mirrors:\n  docker.io:\n", closed],
    ],
    misses: [
      `${hub("https://h.corp")}configs:\n  docker.io:\n`,
      [hub("https://h.corp"), closed],
      [`${hub("https://h.corp")}configs:\n  h.corp:\n`, closed],
      ["mirrors:\n  docker.io:\n", { ...closed, ...shared }],
    ],
    fixes: ["remove-settings"],
  },
  "nodefault-unlisted": {
    hits: [
      [hub("https://h.corp"), closed],
      ["", closed],
    ],
    misses: [hub("https://h.corp"), ['mirrors:\n  "*":\n    endpoint: [https://h.corp]\n', closed]],
  },
  "embedded-no-mirrors": {
    hits: [
      ["", shared],
      ["# nothing yet", shared],
      ["mirrors:\n", shared],
      ["mirrors: {}\n", shared],
      ["mirrors:\n  localhost:5000:\n", { ...shared, version: "v1.33.9+rke2r1" }],
    ],
    misses: ["", ["mirrors:\n  docker.io:\n", shared], [hub("https://h.corp"), shared]],
    fixes: ["add-hub"],
  },
  "template-no-base": {
    hits: [[host("a.b", "auth", "username: u"), { userTemplate: true }]],
    misses: [
      host("a.b", "auth", "username: u"),
      [host("a.b", "tls", "ca_file: /ca"), { userTemplate: true }],
    ],
  },
};
