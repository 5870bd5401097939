CREATE TABLE `digest_preference` (
	`member` text PRIMARY KEY NOT NULL,
	`hour` text,
	`weekday` integer,
	`paused_until` text,
	`only_news` integer NOT NULL
);
