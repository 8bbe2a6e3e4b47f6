import type { ReactNode } from "react";
import { SignedIn } from "../../features/auth/signed-in.tsx";
import { AppFrame } from "../../features/frame/app-frame.tsx";
import { FrameProviders } from "../../features/frame/frame-providers.tsx";
import { FrameSkeleton } from "../../features/frame/frame-skeleton.tsx";
import { TrpcProvider } from "../../trpc/provider.tsx";

export default function SignedInLayout({ children }: { children: ReactNode }) {
  return (
    <TrpcProvider>
      <SignedIn fallback={<FrameSkeleton />}>
        <FrameProviders>
          <AppFrame>{children}</AppFrame>
        </FrameProviders>
      </SignedIn>
    </TrpcProvider>
  );
}
