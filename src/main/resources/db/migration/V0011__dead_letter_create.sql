-- Jobs that failed for good, out of the queue until an operator sends them back. payload is kept to the byte (json, not
-- jsonb); error holds kinds of exceptions and a place in the code, no message, since those may name a person.
create table dead_letter (
    id        uuid primary key,
    job       text not null,
    payload   json,
    attempts  integer not null,
    error     text not null,
    failed_at timestamptz(3) not null
);

create index dead_letter_failed_at on dead_letter (failed_at);
