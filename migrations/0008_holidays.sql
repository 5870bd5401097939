CREATE TABLE `holiday` (
	`id` integer PRIMARY KEY NOT NULL,
	`date` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `holiday_date_unique` ON `holiday` (`date`);