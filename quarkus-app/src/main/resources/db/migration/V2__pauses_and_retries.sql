-- When a paused run goes on by itself; null if somebody has to resume it.
ALTER TABLE job_run ADD COLUMN paused_until TIMESTAMP WITH TIME ZONE;

-- Whose failures a run copies again, and with which code; null for a run over all objects, and for all codes.
ALTER TABLE job_run ADD COLUMN retry_of BIGINT;
ALTER TABLE job_run ADD COLUMN retry_code VARCHAR(200);
