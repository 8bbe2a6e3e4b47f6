import Result from "pg/lib/result.js";

/** "char", name, oid and their arrays, each beside the everyday type that is written the same way. */
const plainTwin: Record<number, number> = { 18: 25, 19: 25, 26: 20, 1002: 1009, 1003: 1009 };

type Field = { dataTypeID: number };
type ResultPrototype = { addFields(fields: Field[]): void };

/**
 * Makes pg report PostgreSQL's catalogue types as their everyday twins, in this process only. Introspection reads the
 * catalogue, and the Prisma adapter refuses column types that no user table has.
 */
export function readCatalogueTypesAsPlain(): void {
  const prototype = Result.prototype as unknown as ResultPrototype;
  const addFields = prototype.addFields;
  prototype.addFields = function addPlainFields(this: ResultPrototype, fields: Field[]) {
    for (const field of fields) field.dataTypeID = plainTwin[field.dataTypeID] ?? field.dataTypeID;
    addFields.call(this, fields);
  };
}
