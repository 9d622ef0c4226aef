#!/usr/bin/env node
// Does anybody who signs up notice that the mail server refuses, and does every mail arrive once when it is back?
//   SPRING_MAIL_HOST=127.0.0.1 SPRING_MAIL_PORT=18790 load/instances 2 load/mail-outage.mjs {} [--signups=100] [--minutes=2]
// Sign-ups with the mail server there and with it gone for minutes (connections refused): all 201, the median may not
// differ by more than half. Then it comes back: one welcome for each of them, none twice. Retries wait 5 s and double.
import { smtpSink } from './smtp-sink.mjs';

const args = process.argv.slice(2);
const bases = args.filter((arg) => !arg.startsWith('--'));
const option = (name, fallback) =>
  Number((args.find((arg) => arg.startsWith(`--${name}=`)) ?? `=${fallback}`).split('=')[1]);
const port = Number(process.env.SPRING_MAIL_PORT);
if (bases.length === 0 || !port) {
  console.error('SPRING_MAIL_PORT=… load/mail-outage.mjs BASE_URL... [--signups=100] [--minutes=2]');
  process.exit(2);
}
const count = option('signups', 100);
const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
const welcomes = new Map();
const server = () => smtpSink((id, subject) => {
  if (subject === 'Welcome to TaskFlow') welcomes.set(id, (welcomes.get(id) ?? 0) + 1);
});

async function signUps(kind) {
  const times = [];
  let refused = 0;
  for (let i = 0; i < count; i++) {
    const begin = performance.now();
    const answer = await fetch(`${bases[i % bases.length]}/api/v1/auth/register`, {
      method: 'POST',
      headers: { 'X-Forwarded-Proto': 'https', 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: `mail-${kind}-${Date.now()}-${i}@example.org`,
        password: 'correct horse battery staple', name: 'Load' }),
    });
    await answer.arrayBuffer();
    times.push(performance.now() - begin);
    refused += answer.status === 201 ? 0 : 1;
  }
  times.sort((a, b) => a - b);
  console.log(`${kind}: ${count - refused} of ${count} signed up, median ${times[count >> 1].toFixed(0)} ms`);
  return { refused, median: times[count >> 1] };
}

async function arrival(expected, seconds) {
  for (let i = 0; i < seconds && welcomes.size < expected; i++) await pause(1000);
}

let sink = server();
await sink.listen(port);
await signUps('warm-up');
const there = await signUps('there');
await arrival(2 * count, 60);
sink.close();
const gone = await signUps('gone');
await pause(option('minutes', 2) * 60_000);
sink = server();
await sink.listen(port);
const begin = Date.now();
await arrival(3 * count, option('minutes', 2) * 180);
console.log(`all mails after ${((Date.now() - begin) / 1000).toFixed(0)} s`);
await pause(5000);
sink.close();
const repeated = [...welcomes.values()].reduce((sum, times) => sum + times - 1, 0);
console.log(`${welcomes.size} of ${3 * count} welcomes arrived, ${repeated} of them again`);
const unaffected = there.refused + gone.refused === 0 && gone.median < there.median * 1.5;
process.exit(unaffected && welcomes.size === 3 * count && repeated === 0 ? 0 : 1);
