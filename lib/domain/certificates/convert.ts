// Commands are the same in every language, so they stand here and texts name them as a parameter.
const commands: Readonly<Record<string, string>> = {
  "pem-der": "openssl x509 -inform der -in FILE -out cert.pem",
  "pem-der-key": "openssl pkey -inform der -in FILE -out key.pem",
  "pem-base64": "base64 -d FILE | openssl x509 -inform der -out cert.pem",
  "pem-pkcs12": "openssl pkcs12 -in FILE -nodes -out cert.pem",
  "pem-pkcs12-base64": "base64 -d FILE | openssl pkcs12 -nodes -out cert.pem",
  "pem-pkcs7": "openssl pkcs7 -in FILE -print_certs -out cert.pem",
  "pem-pkcs7-der": "openssl pkcs7 -inform der -in FILE -print_certs -out cert.pem",
  "pem-jks": "keytool -importkeystore -srckeystore FILE -destkeystore FILE.p12 -deststoretype pkcs12",
  "pem-trusted": "openssl x509 -in FILE -out cert.pem",
  "key-encrypted": "openssl pkey -in FILE -out key.pem",
};

/** The command that makes PEM of what was given, for the codes that have one. */
export const convertCommand = (code: string): string | undefined => commands[code];

/** The parameters that the text of a refusal needs. */
export const commandParams = (code: string): { command: string } | undefined => {
  const command = convertCommand(code);
  return command === undefined ? undefined : { command };
};
