-- The job queue as its schedulers see it. Mails have one of their own, so that a mail server that says nothing holds up
-- nothing else: each takes its jobs through its view, writes through it and notices through it what a dead replica left.
-- Whoever queues a job writes to the table. A view has the columns that the table has now: change them together.
create view mail_jobs as select * from scheduled_tasks where task_name = 'mail';

create view other_jobs as select * from scheduled_tasks where task_name <> 'mail';
