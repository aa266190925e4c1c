-- The glossary calls it the send log.
ALTER TABLE `departures` RENAME TO `send_log`;
