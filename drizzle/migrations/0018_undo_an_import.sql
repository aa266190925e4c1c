CREATE TABLE `import_rows` (
	`import_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`what` text NOT NULL,
	`seen_in` integer,
	`left_at` integer,
	`before` text,
	PRIMARY KEY(`import_id`, `seq`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seq`) REFERENCES `cases`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_rows_case` ON `import_rows` (`seq`);--> statement-breakpoint
CREATE TABLE `rejected_rows` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`import_id` integer NOT NULL,
	`part` text,
	`row` integer NOT NULL,
	`column` text NOT NULL,
	`reason` text NOT NULL,
	`line` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rejected_rows_import` ON `rejected_rows` (`import_id`);--> statement-breakpoint
CREATE TABLE `watched_files` (
	`stamp` text PRIMARY KEY NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `cases` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `imports` ADD `name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `act_id` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `undone_at` integer;