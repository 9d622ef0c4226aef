-- No event outlives the account that it names, not even one written while the account was being removed.
alter table security_event add constraint security_event_user_fk foreign key (user_id) references users on delete cascade;
