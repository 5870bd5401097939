CREATE TABLE `explanation_request` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit` text NOT NULL,
	`asker` text NOT NULL,
	`asked_at` integer NOT NULL,
	`due` text NOT NULL,
	`reminded_at` integer,
	`answered_at` integer,
	`withdrawn_at` integer
);
--> statement-breakpoint
CREATE TABLE `explanation` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit` text NOT NULL,
	`indicator` text NOT NULL,
	`term` text NOT NULL,
	`episode` integer NOT NULL,
	`text` text NOT NULL,
	`author` text NOT NULL,
	`at` integer NOT NULL,
	`withdrawn_at` integer
);
--> statement-breakpoint
CREATE INDEX `explanation_by_unit` ON `explanation` (`unit`);