import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

/** A multi-line field as tall as its text (where the browser can size fields by content). */
export function TextArea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      dir="auto"
      className={classNames(
        "field-sizing-content w-full resize-none rounded-m border border-edge bg-surface px-2.5 py-2 text-md text-ink",
        "focus-visible:border-accent focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-accent",
        "aria-invalid:border-danger aria-invalid:outline-danger",
        className,
      )}
      {...rest}
    />
  );
}
