CREATE TABLE `imports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`source` text NOT NULL,
	`content_hash` text NOT NULL,
	`is_whole` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX `imports_content` ON `imports` (`content_hash`);--> statement-breakpoint
CREATE TABLE `records_seen` (
	`seq` integer PRIMARY KEY NOT NULL,
	`import_id` integer NOT NULL,
	`left_at` integer,
	FOREIGN KEY (`seq`) REFERENCES `cases`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `records_seen_import` ON `records_seen` (`import_id`);