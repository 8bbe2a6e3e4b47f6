import { Suspense, type ReactNode } from "react";
import { BrandMark } from "../frame/brand-mark.tsx";
import { authStrings } from "./auth.strings.ts";

/** One calm sheet in the middle of the canvas. */
export function AuthPage({ children }: { children: ReactNode }) {
  return (
    <main className="grid min-h-dvh place-items-center px-[max(16px,env(safe-area-inset-left))] pt-[max(40px,env(safe-area-inset-top))] pb-[max(40px,env(safe-area-inset-bottom))] sm:items-start sm:pt-[12vh]">
      <div className="grid w-full max-w-[22rem] gap-8 sm:max-w-[26rem] sm:rounded-l sm:border sm:border-line sm:bg-surface sm:p-8 sm:shadow-1">
        <div className="flex items-center gap-2 font-bold tracking-[-0.01em]">
          <BrandMark />
          {authStrings.product}
        </div>
        {/* The form reads the address, which is known only with the request. */}
        <Suspense>{children}</Suspense>
      </div>
    </main>
  );
}
