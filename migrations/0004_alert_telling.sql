ALTER TABLE `alert` ADD `told_state` text;--> statement-breakpoint
ALTER TABLE `alert` ADD `newest_row` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `alert` ADD `steady` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `alert` ADD `damped` integer DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE `alert` SET `told_state` = CASE WHEN `state` = 'recovered' THEN 'recovered' WHEN `pace` = 'behind' THEN 'behind' ELSE 'below' END WHERE `told_at` IS NOT NULL;--> statement-breakpoint
UPDATE `alert` SET `damped` = 1 WHERE `state` = 'recovered' OR `episode` > 1;
