ALTER TABLE `outbox` ADD `conflicts` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `remote_id` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `heard_at` integer;--> statement-breakpoint
ALTER TABLE `tickets` ADD `remote` text;