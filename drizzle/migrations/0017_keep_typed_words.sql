CREATE TABLE `typed_words` (
	`form` text NOT NULL,
	`about` text NOT NULL,
	`words` text NOT NULL,
	`typed_at` integer NOT NULL,
	PRIMARY KEY(`form`, `about`)
);
