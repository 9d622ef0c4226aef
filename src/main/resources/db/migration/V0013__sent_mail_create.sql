-- Which mails a mail server has taken, by the id of the job: an attempt after that sends nothing. No addresses.
create table sent_mail (
    id      uuid primary key,
    kind    text not null,
    sent_at timestamptz(3) not null
);

create index sent_mail_sent_at on sent_mail (sent_at);
