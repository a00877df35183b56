import { type ExamCase, y } from "./case";
import { exam } from "./judge";

/** What YAML itself refuses or hides: rows 1, 3. */
const yamlCases: readonly ExamCase[] = [
  {
    name: "1 a registry without its colon",
    text: y`
      mirrors:
        docker.io
          endpoint:
            - "https://m.example.com"
      `,
    hits: ["yaml-parse error 3 "],
  },
  {
    name: "1 the documented example without its colon",
    text: y`
      mirrors:
        registry.example.com:443
          endpoint:
            - "https://registry.example.com:443"
          rewrite:
            "^rancher/(.*)": "mirror/$1"
      `,
    hits: ["yaml-parse error 3 "],
  },
  {
    name: "1 an open bracket",
    text: "mirrors: {docker.io: {endpoint: [https://a]}\n",
    hits: ["yaml-parse error"],
  },
  {
    name: "1 an open quote",
    text: 'mirrors:\n  "docker.io:\n    endpoint: []\n',
    hits: ["yaml-parse error"],
  },
  { name: "1 a comment only is fine", text: "# nothing yet\n", clean: ["yaml-parse", "unknown-key", "type"] },
  { name: "1 an empty file is fine", text: "", clean: ["yaml-parse", "type"] },
  {
    name: "1 JSON is YAML",
    text: '{"mirrors":{"quay.io":{"endpoint":["https://m.example.com"]}}}',
    clean: ["yaml-parse", "type", "unknown-key", "duplicate-key"],
  },
  {
    name: "Y01 a tab as indentation",
    text: "mirrors:\n\tquay.io:\n\t\tendpoint:\n\t\t\t- https://m.example.com\n",
    hits: ["yaml-parse error 2"],
  },
  {
    name: "Y01 a tab after a colon is fine",
    text: "mirrors:\n  quay.io:\n    endpoint:\t[ https://m.example.com ]\n",
    clean: ["yaml-parse"],
  },
  {
    name: "1 CRLF and a byte order mark are fine",
    text: "\uFEFFmirrors:\r\n  quay.io:\r\n    endpoint:\r\n      - https://m.example.com\r\n",
    clean: ["yaml-parse", "yaml-nbsp", "unknown-key", "control-char"],
  },
  {
    name: "3 a no-break space in the indentation of a registry",
    text: "mirrors:\n\u00A0 quay.io:\n    endpoint:\n      - https://m.example.com\n",
    hits: ["yaml-nbsp error 2"],
  },
  {
    name: "3 a no-break space before endpoint",
    text: "mirrors:\n  quay.io:\n  \u00A0 endpoint:\n      - https://m.example.com\n",
    hits: ["yaml-nbsp error 3"],
  },
  {
    name: "3 a full-width space in the indentation",
    text: "mirrors:\n\u3000quay.io:\n    endpoint:\n      - https://m.example.com\n",
    hits: ["yaml-nbsp error 2"],
  },
  {
    name: "3 a zero width space in a key",
    text: "\u200Bmirrors:\n  quay.io:\n    endpoint:\n      - https://m.example.com\n",
    hits: ["yaml-nbsp error 1"],
  },
  {
    name: "3 a zero width space at the end of a registry name",
    text: "mirrors:\n  quay.io\u200B:\n    endpoint:\n      - https://m.example.com\n",
    hits: ["yaml-nbsp error 2"],
  },
  {
    name: "3 a no-break space at the end of an endpoint",
    text: "mirrors:\n  quay.io:\n    endpoint:\n      - https://m.example.com\u00A0\n",
    hits: ["yaml-nbsp error 4"],
  },
  {
    name: "3 a byte order mark in the middle",
    text: "# joined\n\uFEFFmirrors:\n  quay.io:\n    endpoint:\n      - https://m.example.com\n",
    hits: ["yaml-nbsp error 2"],
  },
  {
    name: "3 a no-break space in a comment is fine",
    text: "# by\u00A0hand\nmirrors:\n  quay.io:\n    endpoint:\n      - https://m.example.com # 镜像\u3000源\n",
    clean: ["yaml-nbsp"],
  },
  {
    name: "3 a full-width colon",
    text: "mirrors：\n  quay.io:\n    endpoint:\n      - https://m.example.com\n",
    hits: ["yaml-parse error 2"],
  },
  {
    name: "3 a full-width colon after a registry",
    text: "mirrors:\n  quay.io：\n    endpoint:\n      - https://m.example.com\n",
    hits: ["yaml-parse error 3"],
  },
  {
    name: "3 full-width quotes around an endpoint",
    text: "mirrors:\n  quay.io:\n    endpoint:\n      - “https://m.example.com”\n",
    hits: ["endpoint-character error 4 mirrors|quay.io|endpoint|0"],
  },
  {
    name: "3 full-width quotes around a password",
    text: "configs:\n  a.corp:\n    auth:\n      username: u\n      password: “secret”\n",
    hits: ["curly-quotes warning 5 configs|a.corp|auth|password"],
  },
  {
    name: "3 such quotes inside of straight ones are meant",
    text: "configs:\n  a.corp:\n    auth:\n      username: u\n      password: '“secret”'\n",
    clean: ["curly-quotes"],
  },
  {
    name: "3 a no-break space after a colon",
    text: "mirrors:\n  quay.io:\n    endpoint:\u00A0[https://m.example.com]\n",
    hits: ["type error 3 mirrors|quay.io", "yaml-nbsp error 3"],
  },
  { name: "3 one before a flow", text: "mirrors:\u00A0{quay.io: {}}\n", hits: ["yaml-nbsp error 1"] },
  {
    name: "3 full-width colons in a login",
    text: "configs:\n  a.corp:\n    auth:\n      username： u # 用户：机器人\n      password： p\n",
    hits: ["yaml-parse error 5"],
  },
  {
    name: "3 full-width commas in a flow",
    text: 'mirrors:\n  a.corp:\n    endpoint: ["https://h"，"https://i"] # 一，二\n',
    hits: ["yaml-parse error 3"],
  },
  {
    name: "3 a full-width dash",
    text: "mirrors:\n  a.corp:\n    endpoint:\n      － https://h\n",
    hits: ["type error 4 mirrors|a.corp|endpoint"],
  },
  {
    name: "3 a full-width colon in a URL",
    text: "mirrors:\n  a.corp:\n    endpoint:\n      - https：//h.corp\n",
    hits: ["endpoint-character error 4 mirrors|a.corp|endpoint|0"],
  },
  {
    name: "3 curly quotes around a registry",
    text: "mirrors:\n  “quay.io”:\n    endpoint: [https://h.corp]\n",
    hits: ["key-character error 2 mirrors|“quay.io”"],
  },
  {
    name: "1 no space behind a colon",
    text: "configs:\n  a.corp:\n    auth:\n      username:u\n      password:p\n",
    hits: ["type error 4 configs|a.corp|auth"],
  },
  {
    name: "1 no space behind a dash",
    text: "mirrors:\n  a.corp:\n    endpoint:\n      -https://h.corp\n",
    hits: ["type error 4 mirrors|a.corp|endpoint"],
  },
  {
    name: "1 a tab behind a dash",
    text: "mirrors:\n  a.corp:\n    endpoint:\n    -\t'https://h.corp'\n",
    hits: ["yaml-parse error 4"],
  },
];

exam("yaml", yamlCases);
