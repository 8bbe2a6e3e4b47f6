import Link from "next/link";
import { buttonClass } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { frameStrings } from "./frame.strings.ts";

/** Says that there is nothing at this address, and where the boards are. */
export function NotFoundNotice() {
  return (
    <EmptyState
      title={frameStrings.notFoundTitle}
      text={frameStrings.notFoundText}
      action={
        <Link href="/boards" className={buttonClass("primary")}>
          {frameStrings.toBoards}
        </Link>
      }
    />
  );
}
