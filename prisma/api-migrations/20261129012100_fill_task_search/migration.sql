-- Tasks from before the triggers. A migration of its own, because only a single statement may commit in between.
CALL "fill_task_search"();
