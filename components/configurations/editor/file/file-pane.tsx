"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Tabs } from "@/components/ui/tabs";
import { useTarget } from "../findings/target-context";
import { useUrlChoice } from "../use-url-choice";
import { usePane } from "../yaml/pane-context";
import { DistributionSwitch } from "./distribution-switch";
import { RegistriesFile, type SavedFile } from "./registries-file";
import { versionFor } from "./versions";

const ContainerdView = dynamic(() => import("./containerd-view").then((module) => module.ContainerdView), {
  // Of its own, or the whole page would wait with it.
  loading: () => null,
});

const files = ["registries", "containerd"] as const;
type FileTab = (typeof files)[number];

const tabStyle =
  "-mb-px flex min-h-9 items-center whitespace-nowrap border-transparent border-b-2 px-2 text-muted hover:text-fg data-active:border-primary data-active:font-semibold data-active:text-fg pointer-coarse:min-h-11";
const panelStyle = "flex min-h-0 flex-1 flex-col gap-2 rounded-sm";

type FilePaneProps = { saved: SavedFile | null; mayExport: boolean };

/** What comes of the form: the file itself, and what containerd gets from it. */
export function FilePane({ saved, mayExport }: FilePaneProps) {
  const t = useTranslations("editor");
  const { target, setTarget } = useTarget();
  const [file, setFile] = useUrlChoice<FileTab>("file", files, "registries");
  const { onGoToLine } = usePane();
  useEffect(() => onGoToLine(() => setFile("registries")), [onGoToLine, setFile]);
  return (
    <section aria-label={t("filePane")} className="flex min-h-0 flex-1 flex-col">
      <Tabs.Root
        value={file}
        onValueChange={(value: FileTab) => setFile(value)}
        className="flex min-h-0 flex-1 flex-col gap-2"
      >
        <header className="flex flex-wrap items-center justify-between gap-2 border-line border-b">
          <Tabs.List className="flex gap-1" aria-label={t("filePane")}>
            <Tabs.Tab value="registries" className={tabStyle}>
              registries.yaml
            </Tabs.Tab>
            <Tabs.Tab value="containerd" className={tabStyle}>
              {t("containerdTab")}
            </Tabs.Tab>
          </Tabs.List>
          <DistributionSwitch
            value={target.distribution}
            onChange={(distribution) =>
              setTarget({ ...target, distribution, version: versionFor(target.version ?? "", distribution) })
            }
          />
        </header>
        <Tabs.Panel value="registries" className={panelStyle}>
          <RegistriesFile saved={saved} mayExport={mayExport} />
        </Tabs.Panel>
        <Tabs.Panel value="containerd" className={panelStyle}>
          <ContainerdView />
        </Tabs.Panel>
      </Tabs.Root>
    </section>
  );
}
