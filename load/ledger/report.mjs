// What happened, in figures: answers by kind, failures with their moment, latencies, and where the marks of the fault
// (a file with "NAME MILLISECONDS-SINCE-1970" a line) stand among them.
import fs from 'node:fs';

/** Refusals that a client has to expect: it lost a race, or the limit is reached. */
const failed = (answer) => answer.status === 0 || answer.status >= 500;

export class Report {
  constructor() {
    this.kinds = {};
    this.failures = [];
    this.times = [];
    this.acknowledgedAt = [];
    this.lost = [];
    this.revokedAccepted = 0;
    this.signedOut = 0;
    this.over = false;
    this.start = Date.now();
  }

  note(kind, method, answer, repeated = false) {
    const outcome = answer.error ?? String(answer.status);
    const counts = (this.kinds[kind] ??= {});
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    this.times.push(answer.ms);
    if (failed(answer)) {
      this.failures.push({ at: Date.now(), kind, method, outcome, ms: Math.round(answer.ms), repeated,
        retryAfter: answer.headers?.['retry-after'] });
    } else if (method !== 'GET' && answer.status < 300) {
      this.acknowledgedAt.push(Date.now());
    }
  }

  summary(marksFile) {
    const sorted = Float64Array.from(this.times).sort();
    const percentile = (p) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))]);
    const of = (...methods) => this.failures.filter((f) => methods.includes(f.method)).length;
    const summary = {
      requests: sorted.length,
      answers: this.kinds,
      failed: { idempotent: of('GET', 'PUT', 'DELETE'), patch: of('PATCH'), post: of('POST') },
      failuresByOutcome: count(this.failures.map((f) => f.outcome)),
      without503RetryAfter: this.failures.filter((f) => f.outcome === '503' && !f.retryAfter).length,
      ms: { p50: percentile(0.5), p99: percentile(0.99), p999: percentile(0.999), longest: percentile(1) },
      longestFailure: Math.max(0, ...this.failures.map((f) => f.ms)),
      revokedAccepted: this.revokedAccepted,
      signedOut: this.signedOut,
    };
    const marks = readMarks(marksFile);
    if (marks.fault) summary.fault = this.around(marks);
    return summary;
  }

  /** Seconds: how long requests failed, and when writes were back, from the fault and from its end. */
  around({ fault, healed }) {
    const since = (from, at) => (at === undefined ? null : Math.round((at - from) / 100) / 10);
    const last = this.failures.at(-1)?.at;
    const lastWrite = this.failures.filter((f) => f.method !== 'GET').at(-1)?.at;
    return {
      failuresBefore: this.failures.filter((f) => f.at < fault).length,
      firstFailureAfter: since(fault, this.failures.find((f) => f.at >= fault)?.at),
      lastFailureAfter: since(fault, last),
      writesBackAfter: lastWrite && since(fault, this.acknowledgedAt.find((at) => at > lastWrite)),
      failuresAfterFirstSecond: this.failures.filter((f) => f.at > fault + 1000).length,
      ...(healed && { firstWriteAfterHealing: since(healed, this.acknowledgedAt.find((at) => at > healed)),
        lastFailureAfterHealing: since(healed, last), secondsBroken: since(fault, healed) }),
    };
  }
}

function count(values) {
  const counts = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function readMarks(file) {
  if (!file || !fs.existsSync(file)) return {};
  return Object.fromEntries(fs.readFileSync(file, 'utf8').trim().split('\n').filter(Boolean)
    .map((line) => line.split(' ')).map(([name, at]) => [name, Number(at)]));
}
