import { expect } from "vitest";
import { forgetOldAnswers } from "./idempotency-key.repository.ts";
import { apiTest, newBoard } from "./testing/api-test.ts";

apiTest("a year later a mutation is still remembered, and not for ever", async ({ api, apiDatabase: { pool } }) => {
  const ada = await api.newPerson();
  await newBoard(ada);
  await newBoard(ada, "Work");
  const ages = [399, 401];
  const { rows } = await pool.query<{ id: string }>("SELECT mutation_id AS id FROM idempotency_key");
  for (const [index, { id }] of rows.entries())
    await pool.query(
      "UPDATE idempotency_key SET created_at = now() - $2::int * interval '1 day' WHERE mutation_id = $1",
      [id, ages[index]],
    );
  expect(rows).toHaveLength(2);
  expect(await forgetOldAnswers(pool)).toBe(1);
  expect((await pool.query("SELECT mutation_id AS id FROM idempotency_key")).rows).toEqual([rows[0]]);
});
