-- How much was done on each day in UTC: numbers, nothing about anybody, kept for good.
create table daily_counter (
    day   date not null,
    name  text not null,
    count bigint not null,
    primary key (day, name)
);
