CREATE TABLE `pace` (
	`key` text PRIMARY KEY NOT NULL,
	`at` real NOT NULL
);
--> statement-breakpoint
CREATE TABLE `traffic` (
	`channel` text NOT NULL,
	`day` text NOT NULL,
	`received` integer NOT NULL,
	`sent` integer NOT NULL,
	PRIMARY KEY(`channel`, `day`)
);
--> statement-breakpoint
ALTER TABLE `chat` ADD `muted_at` integer;--> statement-breakpoint
ALTER TABLE `chat` ADD `preferred_at` integer;--> statement-breakpoint
ALTER TABLE `chat` ADD `stranger_told_at` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `owner` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `held_for` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `ambiguous_at` integer;--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` ((topic <> 'reply'),`not_before`,`id`) WHERE state IN ('queued', 'held');--> statement-breakpoint
-- A person with several chats was queued one row for each; from now on the chat is chosen at sending, so one row is enough.
UPDATE `outbox` SET `state` = 'withdrawn', `last_error` = 'one message for a person'
 WHERE `state` = 'queued' AND `topic` <> 'reply' AND `member` IS NOT NULL AND `chat` IS NOT NULL
   AND EXISTS (SELECT 1 FROM `outbox` AS other
                WHERE other.`id` < `outbox`.`id` AND other.`member` = `outbox`.`member` AND other.`topic` = `outbox`.`topic`
                  AND other.`chat` <> `outbox`.`chat` AND other.`state` IN ('queued', 'claimed', 'sent')
                  AND substr(other.`key`, 1, length(other.`key`) - length(other.`chat`))
                    = substr(`outbox`.`key`, 1, length(`outbox`.`key`) - length(`outbox`.`chat`)));
