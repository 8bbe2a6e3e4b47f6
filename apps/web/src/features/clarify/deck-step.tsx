"use client";

import { assertNever } from "@kanban/domain/assert-never";
import type { DecidedFields } from "@kanban/domain/clarify/clarify-proposal";
import type { ClarifyDraft, ClarifyStep } from "@kanban/domain/clarify/clarify-tree";
import { limits } from "@kanban/domain/limits";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import { dayAfterDays, nextDay } from "@kanban/domain/today/local-day";
import type { Now } from "@kanban/domain/today/next-action";
import { nextMonday } from "../task/moment-words.ts";
import { ChoiceStep } from "./choice-step.tsx";
import { clarifyStrings } from "./clarify.strings.ts";
import { DayStep } from "./day-step.tsx";
import { knownPeople } from "./known-people.ts";
import { ContextStep, TagStep } from "./label-step.tsx";
import type { NewLabel } from "./new-label.ts";
import { PickStep } from "./pick-step.tsx";
import { ProjectStep } from "./project-step.tsx";
import { TextStep } from "./text-step.tsx";
import { TimerStep } from "./timer-step.tsx";

const minuteChoices = [5, 15, 30, 60, 120, 240];

/** The question of one step. */
export function DeckStep({
  step,
  entry,
  now,
  base,
  proposed,
  given,
  made,
  onMake,
  onAnswer,
  onBack,
}: {
  step: ClarifyStep;
  entry: ListedTask;
  now: Now;
  /** What hints and the item itself say. */
  base: DecidedFields;
  /** Who is waited for as a hint says, and until when. */
  proposed: { who: string; followUpOn: string | null } | null;
  /** What was answered before and gone back behind. */
  given: Partial<ClarifyDraft>;
  made: readonly NewLabel[];
  onMake: (label: NewLabel) => void;
  onAnswer: (answer: Partial<ClarifyDraft>) => void;
  onBack: () => void;
}) {
  const strings = clarifyStrings;
  const { task, view } = entry;
  const labels = { entry, base, given, made, onMake, onBack };
  const tomorrow = nextDay(now.day);
  const monday = { label: strings.nextMonday, day: nextMonday(now.day) };
  switch (step) {
    case "left":
      return <TimerStep onLeft={(left) => onAnswer({ left })} onBack={onBack} />;
    case "who": {
      const first = [given.who, proposed?.who].flatMap((who) => (who ? [who] : []));
      const people = [...new Set([...first, ...knownPeople(view)])];
      return (
        <PickStep
          question={strings.who}
          placeholder={strings.whoPlaceholder}
          options={people.map((name) => ({ id: name, name }))}
          chosen={first.slice(0, 1)}
          isInOrder
          maxLength={limits.waitingForWho}
          onPick={(who) => onAnswer({ who })}
          onCreate={(who) => onAnswer({ who })}
          onBack={onBack}
        />
      );
    }
    case "follow-up": {
      const asHinted = proposed?.followUpOn;
      const near = [7, 3, 14, 30].map((days) => ({
        label: days === 30 ? strings.inMonth : strings.inDays(days),
        day: dayAfterDays(now.day, days),
      }));
      const hinted = asHinted ? [{ label: strings.proposed, day: asHinted }] : [];
      return (
        <DayStep
          question={strings.followUp}
          days={[...hinted, ...near]}
          min={tomorrow}
          none={strings.noFollowUp}
          given={given.followUpOn}
          onDay={(followUpOn) => onAnswer({ followUpOn })}
          onBack={onBack}
        />
      );
    }
    case "until":
      return (
        <DayStep
          question={strings.until}
          days={[
            { label: strings.tomorrow, day: tomorrow },
            { label: strings.inDays(3), day: dayAfterDays(now.day, 3) },
            monday,
            { label: strings.inDays(14), day: dayAfterDays(now.day, 14) },
            { label: strings.inMonth, day: dayAfterDays(now.day, 30) },
          ]}
          min={tomorrow}
          given={given.until}
          onDay={(until) => until && onAnswer({ until })}
          onBack={onBack}
        />
      );
    case "project":
      return (
        <ProjectStep
          entry={entry}
          proposed={base.projectId ?? task.projectId}
          given={given.project}
          onProject={(project) => onAnswer({ project })}
          onBack={onBack}
        />
      );
    case "desired-outcome":
      return (
        <TextStep
          key={step}
          question={strings.outcome}
          placeholder={strings.outcomePlaceholder}
          begun={given.desiredOutcome}
          canBeEmpty
          maxLength={limits.desiredOutcome}
          onText={(desiredOutcome) => onAnswer({ desiredOutcome })}
          onBack={onBack}
        />
      );
    case "first-action":
      return (
        <TextStep
          key={step}
          question={strings.firstAction}
          begun={given.firstAction ?? base.title ?? task.title}
          canBeEmpty={false}
          maxLength={limits.title}
          onText={(firstAction) => onAnswer({ firstAction })}
          onBack={onBack}
        />
      );
    case "contexts":
      return <ContextStep {...labels} onPicked={(contextIds) => onAnswer({ contextIds })} />;
    case "tags":
      return <TagStep {...labels} onPicked={(tagIds) => onAnswer({ tagIds })} />;
    case "due": {
      const due = base.dueAt ?? task.dueAt;
      return (
        <DayStep
          question={strings.due}
          days={[
            ...(due ? [{ label: strings.proposed, day: due }] : []),
            { label: strings.today, day: now.day },
            { label: strings.tomorrow, day: tomorrow },
            monday,
            { label: strings.inDays(14), day: dayAfterDays(now.day, 14) },
          ]}
          min={now.day}
          none={strings.noDue}
          isNoneFirst={!due}
          given={given.dueAt}
          onDay={(dueAt) => onAnswer({ dueAt })}
          onBack={onBack}
        />
      );
    }
    case "estimate": {
      const { estimateMinutes: known = base.estimateMinutes ?? task.estimateMinutes } = given;
      const choices = [...new Set([...(known ? [known] : []), ...minuteChoices])].map((estimateMinutes) => ({
        key: String(estimateMinutes),
        label: strings.minutes(estimateMinutes),
        onTake: () => onAnswer({ estimateMinutes }),
      }));
      const none = { key: "none", label: strings.noEstimate, onTake: () => onAnswer({ estimateMinutes: null }) };
      return (
        <ChoiceStep
          question={strings.estimate}
          choices={known ? [...choices, none] : [none, ...choices]}
          onBack={onBack}
        />
      );
    }
    default:
      return assertNever(step);
  }
}
