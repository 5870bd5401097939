CREATE TABLE `web_file` (
	`line` integer NOT NULL,
	`slot` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`line`, `slot`),
	FOREIGN KEY (`line`) REFERENCES `web_line`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `web_line` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`address` text NOT NULL,
	`at` integer NOT NULL,
	`json` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `web_line_by_address` ON `web_line` (`address`,`id`);