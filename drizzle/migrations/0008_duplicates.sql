ALTER TABLE `cases` ADD `person` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `same_as` text;--> statement-breakpoint
CREATE INDEX `cases_person` ON `cases` (`person`);--> statement-breakpoint
CREATE INDEX `cases_reference` ON `cases` (`reference`);--> statement-breakpoint
CREATE INDEX `cases_same_as` ON `cases` (`same_as`);