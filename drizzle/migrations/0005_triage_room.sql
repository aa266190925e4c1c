CREATE TABLE `departures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `stale_cases` (
	`seq` integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `standings` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`status` text NOT NULL,
	`team` text NOT NULL,
	`source` text NOT NULL,
	`received_at` integer NOT NULL,
	`problem` text NOT NULL,
	`tags` text NOT NULL,
	`clock` text NOT NULL,
	`due_at` integer NOT NULL,
	`soon_from` integer NOT NULL,
	`due_from` integer NOT NULL,
	`step_at` integer,
	`look_at` integer,
	FOREIGN KEY (`seq`) REFERENCES `cases`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `templates` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`body` text NOT NULL,
	`problem` text,
	`uses` integer DEFAULT 0 NOT NULL,
	`saved_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `templates_name_unique` ON `templates` (`name`);--> statement-breakpoint
DROP INDEX `cases_status_received`;--> statement-breakpoint
ALTER TABLE `cases` ADD `tags` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `cases` ADD `problem` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `spent_minutes` integer;--> statement-breakpoint
CREATE INDEX `cases_scrubber` ON `cases` (`scrubber_version`);--> statement-breakpoint
CREATE INDEX `activity_at` ON `activity` (`at`,`verb`,`undone_at`);--> statement-breakpoint
CREATE INDEX `activity_undoable` ON `activity` (`at`) WHERE undo IS NOT NULL AND undone_at IS NULL;