"use client";

import { limits } from "@kanban/domain/limits";
import { afterCaptures, mailTlsModes } from "@kanban/domain/mail/mail-sets";
import { Checkbox } from "../../../components/ui/checkbox.tsx";
import { TextField } from "../../../components/ui/text-field.tsx";
import { SelectField } from "../../board/header/select-field.tsx";
import { mailFormStrings as strings } from "./mail.strings.ts";
import { type MailFormProblems, type MailFormValues, usualPort } from "./mail-form-values.ts";
import { SortingLines } from "./sorting-lines.tsx";

/** How a mailbox is reached, what is read in it, and what becomes of what was captured. */
export function ConnectionFields({
  values,
  problems,
  isNew,
  onChange,
}: {
  values: MailFormValues;
  problems: MailFormProblems;
  isNew: boolean;
  onChange: (part: Partial<MailFormValues>) => void;
}) {
  const plain = { autoCapitalize: "none", autoCorrect: "off", spellCheck: false } as const;
  return (
    <>
      <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)] gap-3">
        <TextField
          label={strings.host}
          placeholder={strings.hostPlaceholder}
          value={values.host}
          maxLength={limits.mailHost}
          error={problems.host}
          inputMode="url"
          {...plain}
          onChange={(event) => onChange({ host: event.currentTarget.value })}
        />
        <TextField
          label={strings.port}
          value={values.port}
          maxLength={5}
          inputMode="numeric"
          onChange={(event) => onChange({ port: event.currentTarget.value.replace(/\D/g, "") })}
        />
      </div>
      <SelectField
        label={strings.tls}
        value={values.tls}
        options={mailTlsModes.map((value) => ({ value, label: strings.tlsOptions[value] }))}
        onChange={(tls) =>
          onChange({ tls, ...(values.port === usualPort[values.tls] ? { port: usualPort[tls] } : {}) })
        }
      />
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <TextField
          label={strings.user}
          value={values.userName}
          maxLength={limits.mailUserName}
          error={problems.userName}
          autoComplete="off"
          {...plain}
          onChange={(event) => onChange({ userName: event.currentTarget.value })}
        />
        <TextField
          label={strings.password}
          type="password"
          value={values.password}
          maxLength={limits.mailPassword}
          error={problems.password}
          hint={isNew ? undefined : strings.passwordKept}
          autoComplete="new-password"
          onChange={(event) => onChange({ password: event.currentTarget.value })}
        />
      </div>
      <SortingLines
        title={strings.folders}
        lines={values.folders}
        onChange={(folders) => onChange({ folders })}
        most={limits.foldersPerMailbox}
        fewest={1}
        words={{
          ...{ text: strings.folder, board: strings.folderBoard, none: strings.boardOfMailbox, add: strings.addFolder },
          maxLength: limits.mailFolder,
        }}
      />
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <SelectField
          label={strings.after}
          value={values.afterCapture}
          options={afterCaptures.map((value) => ({ value, label: strings.afterOptions[value] }))}
          onChange={(afterCapture) => onChange({ afterCapture })}
        />
        {values.afterCapture === "move" && (
          <TextField
            label={strings.moveTo}
            value={values.moveTo}
            maxLength={limits.mailFolder}
            error={problems.moveTo}
            {...plain}
            onChange={(event) => onChange({ moveTo: event.currentTarget.value })}
          />
        )}
      </div>
      {isNew && (
        <label className="flex items-center gap-2">
          <Checkbox
            label={strings.fromStart}
            checked={values.fromStart}
            onChange={(fromStart) => onChange({ fromStart })}
          />
          <span aria-hidden className="text-sm text-ink-2">
            {strings.fromStart}
          </span>
        </label>
      )}
    </>
  );
}
