-- Wrong passwords of somebody who is signed in count for the session, and are forgotten with it.
alter table sign_in_counter add column session_id uuid
    constraint sign_in_counter_session_fk references session on delete cascade;

create index sign_in_counter_session_id on sign_in_counter (session_id) where session_id is not null;
