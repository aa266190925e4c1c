ALTER TABLE `cases` ADD `questions` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `ticket_kind` text;--> statement-breakpoint
CREATE INDEX `cases_asked` ON `cases` (`seq`) WHERE questions > 0;