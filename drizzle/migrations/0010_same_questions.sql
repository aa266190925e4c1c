ALTER TABLE `cases` ADD `maybe_same` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `content_key` text;--> statement-breakpoint
CREATE INDEX `cases_content_key` ON `cases` (`content_key`);