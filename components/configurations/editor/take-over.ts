import type { DefinitionForm } from "@/lib/domain/registries/form-schema";

const textOf = (host: string, auth: unknown) => JSON.stringify([host, auth]);

/**
 * What a save does to any state of the form: the logins that were typed when it was sent have become references to
 * credentials. An older state with the same login takes the reference too, so that going back brings no secret back.
 */
export function withStoredLogins(sent: DefinitionForm, stored: DefinitionForm) {
  const logins = new Map(
    sent.registryHosts.flatMap(({ host, auth }, at) => {
      const own = stored.registryHosts[at];
      return own?.host === host ? [[textOf(host, auth), own.auth] as const] : [];
    }),
  );
  const oldAuths = JSON.stringify(sent.auths);
  return (state: DefinitionForm): DefinitionForm => ({
    ...state,
    registryHosts: state.registryHosts.map((host) => ({
      ...host,
      auth: logins.get(textOf(host.host, host.auth)) ?? host.auth,
    })),
    auths: JSON.stringify(state.auths) === oldAuths ? stored.auths : state.auths,
  });
}
