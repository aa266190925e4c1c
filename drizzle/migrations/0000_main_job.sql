CREATE TABLE `activity` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`case_id` text,
	`verb` text NOT NULL,
	`summary` text NOT NULL,
	`undo` text,
	`undone_at` integer,
	`act_id` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activity_case` ON `activity` (`case_id`,`at`);--> statement-breakpoint
CREATE INDEX `activity_act` ON `activity` (`act_id`);--> statement-breakpoint
CREATE TABLE `cases` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`source` text NOT NULL,
	`reference` text NOT NULL,
	`reported_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`imported_at` integer NOT NULL,
	`raw_text` text NOT NULL,
	`reporter` text,
	`hints` text NOT NULL,
	`fields` text NOT NULL,
	`scrubbed_title` text NOT NULL,
	`scrubbed_text` text NOT NULL,
	`scrubbed_area` text,
	`scrubber_version` integer NOT NULL,
	`status` text NOT NULL,
	`team` text,
	`ticket_id` text,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_id_unique` ON `cases` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `cases_source_reference` ON `cases` (`source`,`reference`);--> statement-breakpoint
CREATE INDEX `cases_status_received` ON `cases` (`status`,`received_at`);--> statement-breakpoint
CREATE INDEX `cases_ticket` ON `cases` (`ticket_id`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`case_id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `finding_decisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` text NOT NULL,
	`start_offset` integer NOT NULL,
	`end_offset` integer NOT NULL,
	`decision` text NOT NULL,
	`type` text NOT NULL,
	`decided_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `finding_decisions_span` ON `finding_decisions` (`case_id`,`start_offset`,`end_offset`);--> statement-breakpoint
CREATE TABLE `obligations` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`started_at` integer NOT NULL,
	`target_minutes` integer NOT NULL,
	`met_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `obligations_case_kind` ON `obligations` (`case_id`,`kind`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`left_at` integer,
	`next_try_at` integer,
	`look_ups` integer DEFAULT 0 NOT NULL,
	`reason` text,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_ticket_position` ON `outbox` (`ticket_id`,`position`);--> statement-breakpoint
CREATE INDEX `outbox_open` ON `outbox` (`next_try_at`) WHERE state IN ('queued', 'sending', 'unknown');--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `teams` (
	`label` text PRIMARY KEY NOT NULL,
	`entry` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tickets` (
	`id` text PRIMARY KEY NOT NULL,
	`team` text NOT NULL,
	`repository` text NOT NULL,
	`title` text NOT NULL,
	`number` integer,
	`url` text,
	`pipeline` text,
	`created_at` integer NOT NULL,
	`opened_at` integer,
	`withdrawn_at` integer
);
