"use client";
import { Ellipsis } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";

type Action = { label: string; onSelect: () => void; danger?: boolean };

export function RowMenu({ label, actions }: { label: string; actions: readonly Action[] }) {
  return (
    <Menu trigger={<IconButton label={label} icon={<Ellipsis size={16} aria-hidden />} variant="ghost" />}>
      {actions.map((action) => (
        <MenuItem key={action.label} onSelect={action.onSelect} danger={action.danger ?? false}>
          {action.label}
        </MenuItem>
      ))}
    </Menu>
  );
}
