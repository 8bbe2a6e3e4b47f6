-- What was handled or discarded long ago is found without reading the whole inbox.
CREATE INDEX "event_inbox_handled" ON "event_inbox" ("handled_at") WHERE "handled_at" IS NOT NULL;
CREATE INDEX "event_inbox_discarded" ON "event_inbox" ("discarded_at") WHERE "discarded_at" IS NOT NULL;

-- The same of what was published, as event_log_beside_histories does in the API's database.
CREATE INDEX "event_outbox_published" ON "event_outbox" ("published_at") WHERE "published_at" IS NOT NULL;
