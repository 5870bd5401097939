-- A midpoint at midnight belongs to the day that begins then.
UPDATE `observation` SET `middle` = date(`from_day`, '+' || CAST((julianday(`to_day`) - julianday(`from_day`) + 1) / 2 AS INTEGER) || ' days');
