import { type ExamCase, k3s, noDefault, y } from "./case";
import { exam } from "./judge";

function mirror(...endpoints: readonly string[]): string {
  return `mirrors:\n  quay.io:\n    endpoint:\n${endpoints.map((each) => `      - ${JSON.stringify(each)}\n`).join("")}`;
}

const FIRST = "mirrors|quay.io|endpoint|0";
const SECOND = "mirrors|quay.io|endpoint|1";

function hit(row: string, endpoint: string, finding: string): ExamCase {
  return { name: `${row} ${endpoint}`, text: mirror(endpoint), hits: [`${finding} 4 ${FIRST}`] };
}

function miss(row: string, endpoint: string, ...clean: string[]): ExamCase {
  return { name: `${row} ${endpoint} is fine`, text: mirror(endpoint), clean };
}

/** Endpoints: rows 23 to 31. */
const endpointCases: readonly ExamCase[] = [
  hit("23", "m.example.com", "no-scheme warning"),
  hit("23", "m.example.com:5000", "no-scheme warning"),
  hit("23", "10.0.0.1:80", "no-scheme warning"),
  miss("23", "localhost:5000", "no-scheme"),
  miss("23", "127.0.0.1:5000", "no-scheme"),
  hit("23", "localhost", "no-scheme warning"),
  hit("23", "localhost:443", "no-scheme warning"),
  hit("23", "//m.example.com", "endpoint-host error"),
  miss("23", "https://m.example.com", "no-scheme", "endpoint-scheme"),
  miss("23", "HTTP://m.example.com:5000", "no-scheme", "endpoint-scheme"),
  {
    name: "25 TLS settings of a plain http endpoint",
    text: `${mirror("http://m.example.com:5000")}configs:\n  m.example.com:5000:\n    tls:\n      insecure_skip_verify: true\n`,
    hits: [`tls-on-http warning 4 ${FIRST}`],
  },
  {
    name: "25 a CA of a plain http endpoint",
    text: `${mirror("http://m.example.com")}configs:\n  m.example.com:\n    tls: { ca_file: /a.crt }\n`,
    hits: [`tls-on-http warning 4 ${FIRST}`],
  },
  {
    name: "25 port 80 stays plain",
    text: `${mirror("http://m.example.com:80")}configs:\n  m.example.com:80:\n    tls: { insecure_skip_verify: true }\n`,
    clean: ["tls-on-http"],
  },
  {
    name: "25 https, and http with an empty tls",
    text: `${mirror("https://m.example.com", "http://n.example.com")}configs:\n  m.example.com:\n    tls: { ca_file: /a.crt }\n  n.example.com:\n    tls: {}\n`,
    clean: ["tls-on-http"],
  },
  hit("26", "https://harbor.corp/dockerhub/", "path-without-v2 warning"),
  hit("26", "https://harbor.corp/proxy", "path-without-v2 warning"),
  hit("26", "https://harbor.corp/v1", "path-without-v2 warning"),
  hit("26", "https://art.corp/artifactory/api/docker/hub", "path-without-v2 warning"),
  hit("26", "harbor.corp/proxy", "path-without-v2 warning"),
  miss("26", "https://harbor.corp/v2/proxy", "path-without-v2"),
  miss("26", "https://art.corp/artifactory/api/docker/hub/v2", "path-without-v2"),
  miss("26", "https://harbor.corp/v2", "path-without-v2", "trailing-slash"),
  miss("26", "https://harbor.corp", "path-without-v2"),
  hit("E03", "https://harbor.corp/v2/", "path-trailing-slash info"),
  {
    name: "27 a slash broke old K3s",
    text: mirror("https://m.example.com/"),
    target: k3s("v1.26.9"),
    hits: [`path-trailing-slash error 4 ${FIRST}`],
  },
  miss("27", "https://m.example.com/", "path-without-v2"),
  {
    name: "28 the default endpoint last dropped all in early 2024",
    text: mirror("https://m.example.com", "https://quay.io"),
    target: k3s("v1.28.7"),
    hits: [`default-last error 5 ${SECOND}`],
  },
  {
    name: "28 the same in the second build of January",
    text: mirror("https://m.example.com", "https://quay.io/v2"),
    target: k3s("v1.29.1+k3s2"),
    hits: [`default-last error 5 ${SECOND}`],
  },
  {
    name: "28 not with its own settings",
    text: `${mirror("https://m.example.com", "https://quay.io")}configs:\n  quay.io:\n    tls: { ca_file: /a.crt }\n`,
    target: k3s("v1.28.7"),
    clean: ["default-last"],
  },
  {
    name: "28 not one release later",
    text: mirror("https://m.example.com", "https://quay.io"),
    target: k3s("v1.28.8"),
    hits: [`redundant-default info 5 ${SECOND}`],
    clean: ["default-last"],
  },
  {
    name: "28 today it is only redundant",
    text: mirror("https://m.example.com", "https://quay.io"),
    hits: [`redundant-default info 5 ${SECOND}`],
    clean: ["default-last"],
  },
  {
    name: "28 Docker Hub's default",
    text: 'mirrors:\n  docker.io:\n    endpoint: ["https://m.example.com", "https://registry-1.docker.io"]\n',
    hits: ["redundant-default info 3 mirrors|docker.io|endpoint|1"],
  },
  {
    name: "28 needed when the default is off",
    text: mirror("https://m.example.com", "https://quay.io"),
    target: noDefault,
    clean: ["redundant-default", "default-last"],
  },
  {
    name: "28 another port is another endpoint",
    text: mirror("https://m.example.com", "https://quay.io:443"),
    clean: ["redundant-default"],
  },
  {
    name: "29 twice",
    text: mirror("https://m.example.com", "https://m.example.com"),
    hits: [`duplicate-endpoint warning 5 ${SECOND}`],
  },
  {
    name: "29 twice after normalization",
    text: mirror("https://m.example.com/v2", "m.example.com"),
    hits: [`duplicate-endpoint warning 5 ${SECOND}`],
  },
  {
    name: "29 twice with a slash",
    text: mirror("https://m.example.com", "HTTPS://m.example.com/"),
    hits: [`duplicate-endpoint warning 5 ${SECOND}`],
  },
  {
    name: "29 in the family that wrote both",
    text: mirror("https://m.example.com", "https://m.example.com"),
    target: k3s("v1.28.7"),
    hits: [`duplicate-endpoint error 5 ${SECOND}`],
  },
  {
    name: "29 another port, another case",
    text: mirror("https://m.example.com", "https://m.example.com:443", "https://M.example.com"),
    clean: ["duplicate-endpoint"],
  },
  ...["v1.28.5+k3s2", "v1.29.0", "v1.31.5", "v1.31.6"]
    .map((version) => ({
      name: `30 not affected ${version}`,
      text: mirror("https://[fd00::1]:5000"),
      target: k3s(version),
      clean: ["ipv6-endpoint"],
    }))
    .filter((each) => !each.name.includes("v1.31.5")),
  ...["v1.28.6", "v1.28.7", "v1.29.3", "v1.30.0", "v1.31.5", "v1.32.1"].map((version) => ({
    name: `30 an IPv6 address on ${version}`,
    text: mirror("https://[fd00::1]:5000"),
    target: k3s(version),
    hits: [`ipv6-endpoint warning 4 ${FIRST}`],
  })),
  miss("30", "https://[fd00::1]:5000", "ipv6-endpoint", "endpoint-scheme"),
  hit("31", "htps://m.example.com", "endpoint-scheme error"),
  hit("31", "oci://m.example.com", "endpoint-scheme error"),
  hit("31", "docker://m.example.com", "endpoint-scheme error"),
  hit("31", "http:/m.example.com", "endpoint-scheme error"),
  hit("31", "https:m.example.com", "endpoint-scheme error"),
  hit("31", "", "endpoint-empty error"),
  hit("31", " ", "endpoint-empty error"),
  hit("31", "https://", "endpoint-host error"),
  {
    name: "31 a null item",
    text: "mirrors:\n  quay.io:\n    endpoint:\n      -\n",
    hits: [`endpoint-empty error 4 ${FIRST}`],
  },
  {
    name: "31 a null item in JSON",
    text: '{"mirrors":{"quay.io":{"endpoint":[null]}}}',
    hits: [`endpoint-empty error 1 ${FIRST}`],
  },
  hit("31", "https://u:p@m.example.com", "endpoint-userinfo warning"),
  hit("31", "https://u@m.example.com", "endpoint-userinfo warning"),
  miss("31", "https://m.example.com/v2/u@p", "endpoint-userinfo"),
  hit("31", "https://m.example.com?ns=docker.io", "endpoint-query warning"),
  hit("31", "https://m.example.com#x", "endpoint-query warning"),
  hit("E01", "https://m.exa mple.com", "endpoint-space error"),
  hit("E01", "https://m.example.com:50o0", "endpoint-port error"),
  hit("E01", "https://m.example.com:5000 ", "endpoint-space error"),
  hit("E01", "https://[fd00::1", "endpoint-host error"),
  miss("E01", "https://m.example.com:5000", "endpoint-port"),
  {
    name: "E06 credentials over plain http",
    text: `${mirror("http://m.example.com:5000")}configs:\n  m.example.com:5000:\n    auth: { username: u, password: "{{secret:m.password}}" }\n`,
    hits: [`auth-on-http warning 4 ${FIRST}`],
  },
  {
    name: "E06 not over https",
    text: `${mirror("https://m.example.com")}configs:\n  m.example.com:\n    auth: { username: u, password: "{{secret:m.password}}" }\n`,
    clean: ["auth-on-http"],
  },
  {
    name: "E07 a mirror without endpoints",
    text: "mirrors:\n  quay.io:\n",
    hits: ["no-endpoints info 2 mirrors|quay.io"],
  },
  {
    name: "E07 an empty list",
    text: y`
      mirrors:
        quay.io:
          endpoint: []
      `,
    hits: ["no-endpoints info 2 mirrors|quay.io"],
  },
  {
    name: "E07 serves the embedded registry",
    text: "mirrors:\n  quay.io:\n",
    target: { embeddedRegistry: true },
    clean: ["no-endpoints"],
  },
  {
    name: "E05 the default first, with a rewrite",
    text: `${mirror("https://quay.io", "https://m.example.com")}    rewrite:\n      "^(.*)$": "q/$1"\n`,
    hits: [`default-rewritten warning 4 ${FIRST}`],
  },
];

exam("endpoint", endpointCases);
