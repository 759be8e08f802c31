-- With an index on schools alone PostgreSQL would read all years of a school to find one. There are few years, so that
-- the key also finds a school that is counted again.
DROP INDEX hub_summary.task_facts_school;
