import type { Decoded } from "@/lib/domain/registries/decode";

const auth = { username: "admin", password: "Harbor@12345", auth: "", identitytoken: "" };
const tls = {
  ca_file: "/home/ubuntu/ca.crt",
  cert_file: "/home/ubuntu/harbor2.kingsd.top.cert",
  key_file: "/home/ubuntu/harbor2.kingsd.top.key",
  insecure_skip_verify: false,
};
const mirror = (...endpoint: string[]) => ({ endpoint, rewrite: null });

export interface ReferenceFile {
  name: string;
  text: string;
  meaning: Decoded;
}

/** Examples of a Chinese guide to K3s registries, each with what it means, worked out by hand. */
export const guideFiles: ReferenceFile[] = [
  {
    name: "several endpoints, login and client certificate",
    text: `mirrors:
  "172.31.6.200:5000":
    endpoint:
      - "http://172.31.6.200:5000"
      - "http://x.x.x.x:5000"
      - "http://y.y.y.y:5000"
  "rancher.ksd.top:5000":
    endpoint:
      - "http://172.31.6.200:5000"
  "docker.io":
    endpoint:
      - "https://fogjl973.mirror.aliyuncs.com"
      - "https://registry-1.docker.io"

configs:
  "harbor2.kingsd.top":
    auth:
      username: admin
      password: Harbor@12345
    tls:
      cert_file: /home/ubuntu/harbor2.kingsd.top.cert
      key_file:  /home/ubuntu/harbor2.kingsd.top.key
      ca_file:   /home/ubuntu/ca.crt
`,
    meaning: {
      mirrors: {
        "172.31.6.200:5000": mirror("http://172.31.6.200:5000", "http://x.x.x.x:5000", "http://y.y.y.y:5000"),
        "rancher.ksd.top:5000": mirror("http://172.31.6.200:5000"),
        "docker.io": mirror("https://fogjl973.mirror.aliyuncs.com", "https://registry-1.docker.io"),
      },
      configs: { "harbor2.kingsd.top": { auth, tls } },
      auths: null,
    },
  },
  {
    name: "public certificate",
    text: `mirrors:
  "harbor.kingsd.top":
    endpoint:
      - "https://harbor.kingsd.top"
configs:
  "harbor.kingsd.top":
    auth:
      username: admin
      password: Harbor@12345
`,
    meaning: {
      mirrors: { "harbor.kingsd.top": mirror("https://harbor.kingsd.top") },
      configs: { "harbor.kingsd.top": { auth, tls: null } },
      auths: null,
    },
  },
  {
    name: "own certificate authority",
    text: `mirrors:
  "harbor2.kingsd.top":
    endpoint:
      - "https://harbor2.kingsd.top"
configs:
  "harbor2.kingsd.top":
    auth:
      username: admin
      password: Harbor@12345
    tls:
      cert_file: /home/ubuntu/harbor2.kingsd.top.cert
      key_file:  /home/ubuntu/harbor2.kingsd.top.key
      ca_file:   /home/ubuntu/ca.crt
`,
    meaning: {
      mirrors: { "harbor2.kingsd.top": mirror("https://harbor2.kingsd.top") },
      configs: { "harbor2.kingsd.top": { auth, tls } },
      auths: null,
    },
  },
  {
    name: "without TLS",
    text: `mirrors:
  "172.31.19.227:5000":
    endpoint:
      - "http://172.31.19.227:5000"
`,
    meaning: {
      mirrors: { "172.31.19.227:5000": mirror("http://172.31.19.227:5000") },
      configs: null,
      auths: null,
    },
  },
  {
    name: "mirror of Docker Hub",
    text: `mirrors:
  "docker.io":
    endpoint:
      - "https://fogjl973.mirror.aliyuncs.com"
      - "https://registry-1.docker.io"
`,
    meaning: {
      mirrors: {
        "docker.io": mirror("https://fogjl973.mirror.aliyuncs.com", "https://registry-1.docker.io"),
      },
      configs: null,
      auths: null,
    },
  },
  {
    name: "the complete example",
    text: `mirrors:
  "harbor.kingsd.top":
    endpoint:
      - "https://harbor.kingsd.top"
  "harbor2.kingsd.top":
    endpoint:
      - "https://harbor2.kingsd.top"
  "172.31.19.227:5000":
    endpoint:
      - "http://172.31.19.227:5000"
  "docker.io":
    endpoint:
      - "https://fogjl973.mirror.aliyuncs.com"
      - "https://registry-1.docker.io"

configs:
  "harbor.kingsd.top":
    auth:
      username: admin
      password: Harbor@12345

  "harbor2.kingsd.top":
    auth:
      username: admin
      password: Harbor@12345
    tls:
      cert_file: /home/ubuntu/harbor2.kingsd.top.cert
      key_file:  /home/ubuntu/harbor2.kingsd.top.key
      ca_file:   /home/ubuntu/ca.crt

`,
    meaning: {
      mirrors: {
        "harbor.kingsd.top": mirror("https://harbor.kingsd.top"),
        "harbor2.kingsd.top": mirror("https://harbor2.kingsd.top"),
        "172.31.19.227:5000": mirror("http://172.31.19.227:5000"),
        "docker.io": mirror("https://fogjl973.mirror.aliyuncs.com", "https://registry-1.docker.io"),
      },
      configs: {
        "harbor.kingsd.top": { auth, tls: null },
        "harbor2.kingsd.top": { auth, tls },
      },
      auths: null,
    },
  },
];
