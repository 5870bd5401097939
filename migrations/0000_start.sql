CREATE TABLE `added_alias` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`alias` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `added_alias_kind_code_alias_unique` ON `added_alias` (`kind`,`code`,`alias`);--> statement-breakpoint
CREATE TABLE `alert` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit` text NOT NULL,
	`indicator` text NOT NULL,
	`term` text NOT NULL,
	`state` text NOT NULL,
	`pace` text,
	`value` real NOT NULL,
	`expected` real,
	`target` real NOT NULL,
	`episode` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`told_at` integer,
	`acknowledged_at` integer,
	`acknowledged_by` text,
	`snoozed_until` integer,
	`explanation` text,
	`escalated_at` integer
);
--> statement-breakpoint
CREATE INDEX `alert_by_unit` ON `alert` (`unit`);--> statement-breakpoint
CREATE UNIQUE INDEX `alert_term_unit_indicator_unique` ON `alert` (`term`,`unit`,`indicator`);--> statement-breakpoint
CREATE TABLE `chat` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`member` text,
	`linked_at` integer,
	`gone_at` integer
);
--> statement-breakpoint
CREATE INDEX `chat_by_member` ON `chat` (`member`);--> statement-breakpoint
CREATE UNIQUE INDEX `chat_channel_address_unique` ON `chat` (`channel`,`address`);--> statement-breakpoint
CREATE TABLE `conversation` (
	`chat_key` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `evaluation` (
	`term` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `import_change` (
	`id` integer PRIMARY KEY NOT NULL,
	`import_id` integer NOT NULL,
	`key` text NOT NULL,
	`before_record` text,
	`after_record` text,
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_change_by_import` ON `import_change` (`import_id`);--> statement-breakpoint
CREATE INDEX `import_change_by_key` ON `import_change` (`key`);--> statement-breakpoint
CREATE TABLE `import` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`file` text NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL,
	`rows` integer NOT NULL,
	`added` integer NOT NULL,
	`changed` integer NOT NULL,
	`unchanged` integer NOT NULL,
	`undone_at` integer
);
--> statement-breakpoint
CREATE TABLE `inbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`channel` text NOT NULL,
	`update_id` text NOT NULL,
	`address` text NOT NULL,
	`text` text NOT NULL,
	`private` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE INDEX `inbox_pending` ON `inbox` (`id`) WHERE done_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `inbox_channel_update_id_unique` ON `inbox` (`channel`,`update_id`);--> statement-breakpoint
CREATE TABLE `indicator` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`numerator_label` text NOT NULL,
	`denominator_label` text NOT NULL,
	`accumulation` text NOT NULL,
	`points` real,
	`aliases` text NOT NULL,
	`unit` text NOT NULL,
	`max` real NOT NULL,
	`better` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_code_unique` ON `indicator` (`code`);--> statement-breakpoint
CREATE TABLE `invite` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`member` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `member` (
	`id` integer PRIMARY KEY NOT NULL,
	`member` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`unit` text NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `unit`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_member_unique` ON `member` (`member`);--> statement-breakpoint
CREATE TABLE `observation` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit` text NOT NULL,
	`indicator` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`middle` text NOT NULL,
	`numerator` integer,
	`denominator` integer,
	`value` real,
	`note` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`import_id` integer NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `unit`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator`) REFERENCES `indicator`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `observation_by_indicator` ON `observation` (`indicator`,`middle`);--> statement-breakpoint
CREATE INDEX `observation_by_unit` ON `observation` (`unit`,`indicator`,`middle`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`topic` text NOT NULL,
	`facts` text NOT NULL,
	`member` text,
	`chat` integer,
	`state` text NOT NULL,
	`not_before` integer NOT NULL,
	`attempts` integer NOT NULL,
	`lease_until` integer,
	`last_error` text,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`message_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key_unique` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_by_state` ON `outbox` (`state`,`not_before`);--> statement-breakpoint
CREATE INDEX `outbox_in_flight` ON `outbox` (`chat`) WHERE state = 'claimed';--> statement-breakpoint
CREATE TABLE `phase` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`campaign` text NOT NULL,
	`campaign_name` text NOT NULL,
	`phase` text NOT NULL,
	`phase_name` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`document` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `phase_key_unique` ON `phase` (`key`);--> statement-breakpoint
CREATE TABLE `revision` (
	`subject` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `schedule` (
	`job` text PRIMARY KEY NOT NULL,
	`slot` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `setting` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `subscription` (
	`id` integer PRIMARY KEY NOT NULL,
	`member` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`active` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `subscription_member_kind_unique` ON `subscription` (`member`,`kind`);--> statement-breakpoint
CREATE TABLE `target` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`campaign` text,
	`phase` text,
	`year` integer,
	`unit` text,
	`kind` text,
	`indicator` text NOT NULL,
	`target` real,
	`document` text NOT NULL,
	`except_units` text NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `unit`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator`) REFERENCES `indicator`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `target_key_unique` ON `target` (`key`);--> statement-breakpoint
CREATE TABLE `unanswered` (
	`text` text PRIMARY KEY NOT NULL,
	`times` integer NOT NULL,
	`last_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `unit` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`kind` text NOT NULL,
	`parent` text,
	`aliases` text NOT NULL,
	`active_from` text,
	`active_to` text,
	`merged_into` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_code_unique` ON `unit` (`code`);--> statement-breakpoint
CREATE TABLE `wrong_code` (
	`id` integer PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `wrong_code_by_chat` ON `wrong_code` (`channel`,`address`,`at`);