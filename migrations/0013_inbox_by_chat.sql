DROP INDEX `inbox_pending`;--> statement-breakpoint
CREATE INDEX `inbox_pending` ON `inbox` (`channel`,`address`,`id`) WHERE done_at is null;