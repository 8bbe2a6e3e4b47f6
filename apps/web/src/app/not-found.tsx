import Link from "next/link";
import { buttonClass } from "../components/ui/button.tsx";
import { EmptyState } from "../components/ui/empty-state.tsx";
import { frameStrings } from "../features/frame/frame.strings.ts";

export default function NotFound() {
  return (
    <main className="grid min-h-[70dvh] place-items-center">
      <EmptyState
        title={frameStrings.notFoundTitle}
        text={frameStrings.notFoundText}
        action={
          <Link href="/boards" className={buttonClass("primary")}>
            {frameStrings.toBoards}
          </Link>
        }
      />
    </main>
  );
}
