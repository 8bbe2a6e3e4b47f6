import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { frameStrings } from "../../../../features/frame/frame.strings.ts";
import { type ListPlace, listPlaces } from "../../../../features/lists/list-places.ts";
import { ListScreen } from "../../../../features/lists/list-screen.tsx";
import { ListSkeleton } from "../../../../features/lists/list-skeleton.tsx";

type Props = { params: Promise<{ list: string }> };

/** The list an address names. */
async function placeOf({ params }: Props): Promise<ListPlace> {
  const { list } = await params;
  return listPlaces.find((place) => place === list) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: frameStrings.listNames[await placeOf(props)] };
}

/** The grouping stands in the address, which is only known in the browser. */
export default async function ListPage(props: Props) {
  const place = await placeOf(props);
  return (
    <Suspense fallback={<ListSkeleton title={frameStrings.listNames[place]} />}>
      <ListScreen place={place} />
    </Suspense>
  );
}
