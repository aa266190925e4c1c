DROP INDEX `outbox_open`;--> statement-breakpoint
CREATE INDEX `outbox_state` ON `outbox` (`state`,`sent_at`);--> statement-breakpoint
CREATE INDEX `outbox_newest` ON `outbox` (`created_at`,`position`);