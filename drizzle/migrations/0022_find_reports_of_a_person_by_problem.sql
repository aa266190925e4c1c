DROP INDEX `cases_problem`;--> statement-breakpoint
DROP INDEX `cases_person`;--> statement-breakpoint
CREATE INDEX `cases_problem` ON `cases` (`problem`,`status`,`team`);--> statement-breakpoint
CREATE INDEX `cases_person` ON `cases` (`person`,`problem`);