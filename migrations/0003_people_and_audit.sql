CREATE TABLE `audit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`chat` integer,
	`action` text NOT NULL,
	`object` text NOT NULL,
	`before_value` text,
	`after_value` text
);
--> statement-breakpoint
CREATE INDEX `audit_by_time` ON `audit` (`at`);--> statement-breakpoint
CREATE INDEX `audit_by_object` ON `audit` (`object`);--> statement-breakpoint
ALTER TABLE `chat` ADD `seen_at` integer;--> statement-breakpoint
ALTER TABLE `chat` ADD `linked_as` text;--> statement-breakpoint
ALTER TABLE `chat` ADD `pending` text;--> statement-breakpoint
ALTER TABLE `chat` ADD `pending_at` integer;--> statement-breakpoint
ALTER TABLE `invite` ADD `ended_at` integer;--> statement-breakpoint
CREATE INDEX `invite_by_member` ON `invite` (`member`);--> statement-breakpoint
ALTER TABLE `member` ADD `active_to` text;--> statement-breakpoint
CREATE TRIGGER `audit_is_never_changed` BEFORE UPDATE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `audit_is_never_removed` BEFORE DELETE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit is never removed'); END;
