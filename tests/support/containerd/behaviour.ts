/** Which authority signed a server's certificate: one the system knows, the company's, or one nobody knows. */
export type Signer = "public" | "corp" | "unknown";

/** The login a registry wants; `anonymous` tells its token server to give tokens to everybody. */
export type Login = {
  scheme: "basic" | "bearer";
  username: string;
  password: string;
  identityToken: string;
  anonymous: boolean;
};

export type Registry = {
  speaks: "http" | "https";
  signer: Signer;
  /** Whether it wants a certificate of the company from its clients. */
  wantsClient: boolean;
  login: Login | null;
  /** Status of every answer but those of the token server; a page stands for a portal that answers everything. */
  answers: number | "web-page";
};

/** What stands at an address. A port nobody listens on refuses connections. */
export type Server = Registry | { speaks: "nonsense" } | { speaks: "nothing" };

const registry: Registry = {
  speaks: "https",
  signer: "public",
  wantsClient: false,
  login: null,
  answers: 200,
};

export const https = (differences: Partial<Registry> = {}): Registry => ({ ...registry, ...differences });
export const http = (differences: Partial<Registry> = {}): Registry =>
  https({ ...differences, speaks: "http" });

/** Speaks neither TLS nor HTTP. */
export const nonsense: Server = { speaks: "nonsense" };
/** Accepts connections and resets them. */
export const reset: Server = { speaks: "nothing" };

export const login = (scheme: Login["scheme"], differences: Partial<Login> = {}): Login => ({
  scheme,
  username: "robot",
  password: "open sesame",
  identityToken: "refresh-me",
  anonymous: false,
  ...differences,
});
