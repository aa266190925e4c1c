CREATE TABLE `alerts_raised` (
	`key` text PRIMARY KEY NOT NULL,
	`raised_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`author` text NOT NULL,
	`body` text NOT NULL,
	`said_at` integer NOT NULL,
	`seen_at` integer,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comments_ticket` ON `comments` (`ticket_id`,`said_at`);--> statement-breakpoint
ALTER TABLE `activity` ADD `fact` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `state` text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE `tickets` ADD `remote_updated_at` text;