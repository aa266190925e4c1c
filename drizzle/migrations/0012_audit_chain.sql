CREATE TABLE `audit_links` (
	`seq` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`activity_id` text,
	`at` integer,
	`payload` text,
	`hash` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `activity` ADD `who` text;