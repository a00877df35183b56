"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Table } from "@/components/ui/table";
import { usePreloaded } from "@/components/ui/use-part";
import type { PersonView } from "@/lib/domain/people/views";
import { dialogs, type Opened, OpenedDialog } from "./opened-dialog";
import { usePersonColumns } from "./person-columns";

/** Who has an account, and what an administrator may do about it. */
export function PeoplePage({ people }: { people: PersonView[] }) {
  const t = useTranslations("people");
  usePreloaded(dialogs);
  const [opened, setOpened] = useState<Opened | null>(null);
  const columns = usePersonColumns(setOpened);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        crumbs={[{ label: t("title") }]}
        actions={
          <Button variant="primary" onClick={() => setOpened({ kind: "add" })}>
            {t("add")}
          </Button>
        }
      />
      <Table caption={t("title")} columns={columns} rows={people} rowKey={({ id }) => id} />
      {opened ? <OpenedDialog opened={opened} open={setOpened} /> : null}
    </>
  );
}
