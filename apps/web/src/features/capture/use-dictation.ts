"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { captureStrings } from "./capture.strings.ts";

type Problem = keyof typeof captureStrings.dictationProblems;

/** What browsers offer of speech recognition; TypeScript does not know it yet. */
type Recognition = {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: RecognitionEvent) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
};
type RecognitionEvent = {
  resultIndex: number;
  results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }>;
};

function recognitionOf(): (new () => Recognition) | null {
  const offered = globalThis as {
    SpeechRecognition?: new () => Recognition;
    webkitSpeechRecognition?: new () => Recognition;
  };
  return offered.SpeechRecognition ?? offered.webkitSpeechRecognition ?? null;
}

const problems: Record<string, Problem> = {
  "not-allowed": "denied",
  "service-not-allowed": "denied",
  "audio-capture": "denied",
  "no-speech": "noSpeech",
  network: "away",
};

/** Writes down what is said, where the browser can: `onWords` gets what it is sure of, `heard` what it still doubts. */
export function useDictation(onWords: (words: string) => void) {
  const running = useRef<Recognition | null>(null);
  const latest = useRef(onWords);
  const [isListening, setListening] = useState(false);
  const [heard, setHeard] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    latest.current = onWords;
  });
  useEffect(() => () => running.current?.abort(), []);

  const start = useCallback(() => {
    const Offered = recognitionOf();
    if (!Offered) return;
    const recognition = new Offered();
    Object.assign(recognition, { lang: navigator.language, continuous: true, interimResults: true });
    recognition.onresult = ({ resultIndex, results }) => {
      const fresh = Array.from(results).slice(resultIndex);
      const wordsOf = (isFinal: boolean) =>
        fresh.flatMap((result) => (result.isFinal === isFinal ? (result[0]?.transcript ?? "") : [])).join("");
      if (wordsOf(true).trim() !== "") latest.current(wordsOf(true).trim());
      setHeard(wordsOf(false));
    };
    recognition.onerror = ({ error }) => {
      if (error !== "aborted") setProblem(problems[error] ?? "failed");
    };
    recognition.onend = () => {
      running.current = null;
      setListening(false);
      setHeard("");
    };
    setProblem(null);
    try {
      recognition.start();
    } catch {
      return setProblem("failed");
    }
    running.current = recognition;
    setListening(true);
  }, []);

  return {
    isOffered: recognitionOf() !== null,
    isListening,
    heard,
    problem,
    start,
    stop: () => running.current?.stop(),
  };
}
