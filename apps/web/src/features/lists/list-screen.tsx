"use client";

import type { ComponentType } from "react";
import { DeferredScreen } from "./deferred/deferred-screen.tsx";
import { InboxScreen } from "./inbox/inbox-screen.tsx";
import type { ListPlace } from "./list-places.ts";
import { NextScreen } from "./next/next-screen.tsx";
import { ProjectsScreen } from "./projects/projects-screen.tsx";
import { ReferenceScreen } from "./reference/reference-screen.tsx";
import { SomedayScreen } from "./someday/someday-screen.tsx";
import { WaitingScreen } from "./waiting/waiting-screen.tsx";

const screens: Record<ListPlace, ComponentType> = {
  inbox: InboxScreen,
  next: NextScreen,
  waiting: WaitingScreen,
  someday: SomedayScreen,
  projects: ProjectsScreen,
  reference: ReferenceScreen,
  deferred: DeferredScreen,
};

/** One of the lists over all boards. */
export function ListScreen({ place }: { place: ListPlace }) {
  const Screen = screens[place];
  return <Screen key={place} />;
}
