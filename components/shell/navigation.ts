import {
  FileClock,
  GitCompareArrows,
  KeyRound,
  LayoutDashboard,
  type LucideIcon,
  Rocket,
  ScrollText,
  Server,
  Waypoints,
} from "lucide-react";
import { pages } from "@/lib/domain/paths";
import { can, type Permission, type Role } from "@/lib/domain/people/roles";

/** `text` is a key under `shell.nav`; `under` are the paths whose pages belong to the section. */
type Section = {
  text: "overview" | "configurations" | "simulator" | "nodes" | "pushes" | "drift" | "credentials" | "audit";
  href: string;
  icon: LucideIcon;
  under: readonly string[];
  /** Shown only to those who hold it; to everybody else the page would say no more than that. */
  permission?: Permission;
};

const sections: readonly Section[] = [
  { text: "overview", href: pages.overview(), icon: LayoutDashboard, under: [] },
  { text: "configurations", href: pages.configurations(), icon: ScrollText, under: ["/configurations"] },
  { text: "simulator", href: pages.simulate(), icon: Waypoints, under: ["/simulate"] },
  { text: "nodes", href: pages.nodes(), icon: Server, under: ["/nodes", "/groups"] },
  { text: "pushes", href: pages.pushes(), icon: Rocket, under: ["/pushes"] },
  { text: "drift", href: pages.drift(), icon: GitCompareArrows, under: ["/drift"] },
  {
    text: "credentials",
    href: pages.credentials(),
    icon: KeyRound,
    under: ["/credentials", "/certificates"],
  },
  { text: "audit", href: pages.audit(), icon: FileClock, under: ["/audit"], permission: "audit:read" },
];

/** What of it a role is led to. */
export const sectionsFor = (role: Role): Section[] =>
  sections.filter(({ permission = "read" }) => can(role, permission));

/** The section a page belongs to; settings and unknown pages belong to none. */
export const sectionOf = (path: string): Section | undefined =>
  path === "/"
    ? sections[0]
    : sections.find(({ under }) => under.some((root) => path === root || path.startsWith(`${root}/`)));
