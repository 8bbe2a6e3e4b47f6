import { ColumnTypeEnum, type SqlQuery, type SqlQueryable, type SqlResultSet } from "@prisma/driver-adapter-utils";

/** PostgreSQL's one-letter type "char" and its list of names, which only the catalogue has and the adapter refuses. */
const CHAR = 18;
const NAME_ARRAY = 1003;
/** What they are announced to the adapter as: the same text on the wire. */
const TEXT = 25;
const TEXT_ARRAY = 1009;

type IoResult = { fields: { dataTypeID: number }[] };
type AdapterInternals = { performIO(query: SqlQuery): Promise<IoResult> };

/**
 * Teaches an adapter the column types of PostgreSQL's catalogue, which the engine reads to learn what a database
 * holds. A "char" must reach it as a character: as a text it panics.
 */
export function readCatalogueTypes<Adapter extends SqlQueryable>(adapter: Adapter): Adapter {
  const internals = adapter as unknown as AdapterInternals;
  const { queryRaw } = adapter;
  adapter.queryRaw = async (query: SqlQuery): Promise<SqlResultSet> => {
    const characters: number[] = [];
    // A view of the adapter for this one query, so that queries at the same time do not mix.
    const view = Object.create(adapter, {
      performIO: {
        value: async (io: SqlQuery) => {
          const result = await internals.performIO(io);
          result.fields.forEach((field, index) => {
            if (field.dataTypeID === CHAR) {
              field.dataTypeID = TEXT;
              characters.push(index);
            } else if (field.dataTypeID === NAME_ARRAY) field.dataTypeID = TEXT_ARRAY;
          });
          return result;
        },
      },
    }) as Adapter;
    const result = await queryRaw.call(view, query);
    for (const index of characters) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}
