CREATE TABLE `channel_contact` (
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`heard_at` integer NOT NULL,
	`follows` integer NOT NULL,
	`phone` text,
	PRIMARY KEY(`channel`, `address`)
);
--> statement-breakpoint
CREATE TABLE `channel_count` (
	`channel` text NOT NULL,
	`month` text NOT NULL,
	`counted` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`channel`, `month`, `counted`)
);
--> statement-breakpoint
CREATE TABLE `channel_file` (
	`key` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`bytes` blob NOT NULL,
	`until_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `channel_value` (
	`channel` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`channel`, `name`)
);
--> statement-breakpoint
ALTER TABLE `inbox` ADD `kind` text DEFAULT 'text' NOT NULL;--> statement-breakpoint
ALTER TABLE `inbox` ADD `album` text;--> statement-breakpoint
ALTER TABLE `inbox` ADD `message_id` text;