CREATE TABLE `digest_group` (
	`chat` integer PRIMARY KEY NOT NULL,
	`unit` text NOT NULL,
	`opened_by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `inbox` ADD `sender` text;