import { classNames } from "../../components/ui/class-names.ts";
import { operationsStrings as strings } from "./operations.strings.ts";
import { panelClass, Section } from "./section.tsx";

/** `read` answers null for what is at rest; then `rest` stands there. */
export type Figure<Row> = { heading: string; read: (row: Row) => string | null; rest?: string };

/** A number, or null for none. */
export const countOf = (count: number) => (count > 0 ? count.toLocaleString("en") : null);

const cell = "px-2 py-1.5 text-right first:pl-4 first:text-left last:pr-4 max-sm:block max-sm:p-0! max-sm:text-left";

/** Named rows with figures; on a phone each row is a block of its own. */
export function FiguresTable<Row extends { name: string }>({
  title,
  note,
  rowHeading,
  empty,
  figures,
  rows,
}: {
  title: string;
  note?: string;
  rowHeading: string;
  /** Said while there are no rows. */
  empty: string;
  figures: readonly Figure<Row>[];
  rows: readonly Row[];
}) {
  return (
    <Section title={title} note={note}>
      {rows.length === 0 ? (
        <p className="text-sm text-ink-3">{empty}</p>
      ) : (
        <div className={panelClass}>
          <table className="w-full text-sm max-sm:block">
            <thead className="text-xs text-ink-3 max-sm:sr-only">
              <tr>
                {[rowHeading, ...figures.map(({ heading }) => heading)].map((heading) => (
                  <th key={heading} scope="col" className={classNames(cell, "font-medium whitespace-nowrap")}>
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="max-sm:block">
              {rows.map((row) => (
                <tr
                  key={row.name}
                  className="border-t border-line max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-4 max-sm:px-4 max-sm:py-2 max-sm:first:border-t-0"
                >
                  <th scope="row" className={classNames(cell, "font-title max-sm:col-span-2 max-sm:font-strong")}>
                    {row.name}
                  </th>
                  {figures.map(({ heading, read, rest = strings.none }) => {
                    const value = read(row);
                    return (
                      <td key={heading} className={classNames(cell, value === null ? "text-ink-3" : "text-ink")}>
                        <span aria-hidden className="text-xs text-ink-3 sm:hidden">
                          {heading}{" "}
                        </span>
                        {value ?? rest}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
