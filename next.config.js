// @ts-check
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

/** @type {import("next").NextConfig} */
const config = {
  output: "standalone",
  poweredByHeader: false,
  outputFileTracingRoot: import.meta.dirname,
  // Read at start from the file system, so tracing imports does not find them.
  outputFileTracingIncludes: { "/**": ["./prisma/sqlite/migrations/**/*"] },
  serverExternalPackages: ["ssh2", "better-sqlite3", "pino"],
};

export default withNextIntl(config);
