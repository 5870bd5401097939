ALTER TABLE `import` ADD `storing_until` integer;--> statement-breakpoint
CREATE INDEX `import_storing` ON `import` (`id`) WHERE storing_until is not null;