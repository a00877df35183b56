import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TestPlacesProvider } from "@/components/registry-test/test-places";
import { choose } from "@/components/simulator/choice";
import { readQuery } from "@/components/simulator/query";
import { Simulator } from "@/components/simulator/simulator";
import { AppError } from "@/lib/domain/errors";
import { can } from "@/lib/domain/people/roles";
import { type Actor, requireActor } from "@/lib/server/auth/actor";
import { downloadConfiguration } from "@/lib/server/configurations/download-configuration";
import { getTestPlaces } from "@/lib/server/registry-test/test-places";
import { getSimulatorData } from "@/lib/server/simulator/queries";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("simulator"))("title") };
}

/** The file the address names, so that the first paint has it; a revision that does not exist is said by the page. */
async function readFile(actor: Actor, id: string, number: number) {
  try {
    return { id, number, text: await downloadConfiguration({ id, revision: number }, actor) };
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  }
}

const firstOf = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";

export default async function SimulatePage({ searchParams }: Props) {
  const actor = await requireActor();
  const data = await getSimulatorData(actor);
  const asked = Object.entries(await searchParams).map(([name, value]) => [name, firstOf(value)]);
  const query = readQuery(new URLSearchParams(asked));
  const { configuration, number } = choose(query, data);
  const initial =
    query.source === "saved" && configuration ? await readFile(actor, configuration.id, number) : null;
  return (
    <TestPlacesProvider
      places={await getTestPlaces(actor)}
      {...(configuration && { configurationId: configuration.id })}
    >
      <Simulator data={data} mayWrite={can(actor.role, "definitions:write")} initial={initial} />
    </TestPlacesProvider>
  );
}
