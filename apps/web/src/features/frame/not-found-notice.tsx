import { buttonClass } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { BrandMark } from "./brand-mark.tsx";
import { noticeStrings } from "./notice.strings.ts";

// A whole new page: nothing here is worth a script.
const boardsPath = "/boards";

/** Says that there is nothing at this address, and where the boards are. */
export function NotFoundNotice() {
  return (
    <EmptyState
      icon={<BrandMark size={18} />}
      title={noticeStrings.notFoundTitle}
      text={noticeStrings.notFoundText}
      action={
        <a href={boardsPath} className={buttonClass("primary")}>
          {noticeStrings.toBoards}
        </a>
      }
    />
  );
}
