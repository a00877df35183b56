"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { keepTestPlace, keptTestPlace } from "@/lib/client/test-place";
import { listPlaces, placeKey, type TestPlace, type TestPlaces } from "@/lib/domain/registry-test/places";

type Places = {
  mayTest: boolean;
  all: readonly TestPlace[];
  chosen: TestPlace;
  choose: (key: string) => void;
};

const server: TestPlace = { kind: "server" };
const PlacesContext = createContext<Places>({
  mayTest: false,
  all: [server],
  chosen: server,
  choose: () => undefined,
});

type ProviderProps = { places: TestPlaces; configurationId?: string; children: ReactNode };

/** From where the tests of this page are made: one choice for all of them, which the tab remembers. */
export function TestPlacesProvider({ places, configurationId, children }: ProviderProps) {
  const [key, setKey] = useState("server");
  useEffect(() => setKey(keptTestPlace()), []);
  const value = useMemo((): Places => {
    const all = listPlaces(places, configurationId ?? null);
    return {
      mayTest: places.mayTest,
      all,
      chosen: all.find((place) => placeKey(place) === key) ?? server,
      choose: (next) => {
        keepTestPlace(next);
        setKey(next);
      },
    };
  }, [places, configurationId, key]);
  return <PlacesContext value={value}>{children}</PlacesContext>;
}

export const useTestPlaces = () => useContext(PlacesContext);
