import type { Metadata } from "next";
import { AuthForm } from "../../features/auth/auth-form.tsx";
import { AuthPage } from "../../features/auth/auth-page.tsx";
import { authStrings } from "../../features/auth/auth.strings.ts";

export const metadata: Metadata = { title: authStrings.signInTitle };

export default function SignInPage() {
  return (
    <AuthPage>
      <AuthForm mode="sign-in" />
    </AuthPage>
  );
}
