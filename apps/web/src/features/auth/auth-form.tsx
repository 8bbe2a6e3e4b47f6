"use client";

import { AppLink } from "../../components/ui/app-link.tsx";
import { useRouter, useSearchParams } from "next/navigation";
import { type SubmitEvent, useCallback, useEffect, useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { TextField } from "../../components/ui/text-field.tsx";
import { signIn, signUp } from "./auth-api.ts";
import {
  type AuthField,
  type AuthProblem,
  fieldOf,
  passwordLength,
  problemBeforeSending,
  textOf,
} from "./auth-problem.ts";
import { authStrings } from "./auth.strings.ts";
import { DemoEntry } from "./demo-entry.tsx";
import { onSignedInElsewhere } from "./on-signed-in-elsewhere.ts";
import { returnParameter, safeReturnPath } from "./return-path.ts";
import { session } from "./session.ts";

/** The sign-in or sign-up form; afterwards goes to the page that was wanted. */
export function AuthForm({ mode }: { mode: "sign-in" | "sign-up" }) {
  const router = useRouter();
  const next = safeReturnPath(useSearchParams().get(returnParameter));
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<AuthProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isShown, setShown] = useState(false);
  const isSignUp = mode === "sign-up";

  const errorAt = (field: AuthField) => (problem && fieldOf(problem) === field ? textOf(problem) : undefined);

  const show = (found: AuthProblem) => {
    setProblem(found);
    const field = fieldOf(found);
    const target = form.current?.elements.namedItem(found === "wrong-credentials" ? "password" : field);
    if (target instanceof HTMLElement) target.focus();
  };

  // For another person than the one this page has known, as a whole new page: its memory is not theirs.
  const enter = useCallback(
    () => (session.isAnothers() ? window.location.assign(next) : router.replace(next)),
    [router, next],
  );
  useEffect(() => onSignedInElsewhere(enter), [enter]);

  const handleSubmit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => {
      const value = data.get(name);
      return typeof value === "string" ? value : "";
    };
    const typed = { email: text("email"), password: text("password") };
    const name = isSignUp ? text("name") : undefined;
    const early = problemBeforeSending({ ...typed, name });
    if (early) return show(early);
    setBusy(true);
    setProblem(null);
    const found = name === undefined ? await signIn(typed) : await signUp({ ...typed, name });
    if (!found) return enter();
    setBusy(false);
    show(found);
  };

  const other = isSignUp ? "/sign-in" : "/sign-up";
  return (
    <div className="grid gap-6">
      <h1 className="text-2xl font-bold tracking-[-0.02em]">
        {isSignUp ? authStrings.signUpTitle : authStrings.signInTitle}
      </h1>
      {/* Posting by the browser itself (before the script runs) must not put a password into the address. */}
      <form ref={form} method="post" noValidate className="grid gap-4" onSubmit={(event) => void handleSubmit(event)}>
        <p role="alert" className="rounded-m bg-danger-soft px-3 py-2 text-sm text-danger empty:hidden">
          {errorAt("form")}
        </p>
        {isSignUp && (
          <TextField
            label={authStrings.name}
            name="name"
            autoComplete="name"
            required
            maxLength={80}
            error={errorAt("name")}
          />
        )}
        <TextField
          label={authStrings.email}
          name="email"
          type="email"
          inputMode="email"
          autoComplete={isSignUp ? "email" : "username"}
          autoCapitalize="none"
          spellCheck={false}
          required
          error={errorAt("email")}
        />
        <TextField
          label={authStrings.password}
          name="password"
          type={isShown ? "text" : "password"}
          autoComplete={isSignUp ? "new-password" : "current-password"}
          required
          error={errorAt("password")}
          hint={isSignUp ? authStrings.passwordHint(passwordLength.min) : undefined}
          action={
            <button
              type="button"
              aria-pressed={isShown}
              className="rounded-s text-xs font-medium text-ink-3 hover:text-ink touch:-my-3.5 touch:min-w-11 touch:py-3.5 touch:text-right"
              onClick={() => setShown(!isShown)}
            >
              {isShown ? authStrings.hidePassword : authStrings.showPassword}
            </button>
          }
        />
        <Button type="submit" tone="primary" disabled={isBusy} aria-busy={isBusy} className="mt-1 h-9 touch:h-12">
          {isSignUp ? authStrings.signUp : authStrings.signIn}
        </Button>
      </form>
      <p className="text-sm text-ink-2">
        {isSignUp ? authStrings.haveAccount : authStrings.noAccount}{" "}
        <AppLink
          href={next === "/" ? other : `${other}?${returnParameter}=${encodeURIComponent(next)}`}
          className="font-strong text-accent underline-offset-3 hover:underline"
        >
          {isSignUp ? authStrings.signIn : authStrings.signUp}
        </AppLink>
      </p>
      <DemoEntry onProblem={show} onEntered={enter} />
    </div>
  );
}
