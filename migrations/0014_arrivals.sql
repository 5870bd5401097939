CREATE TABLE `arrival` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`channel` text NOT NULL,
	`body` text NOT NULL
);
