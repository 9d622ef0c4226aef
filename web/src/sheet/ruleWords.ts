/** The rules that most people mean, as RFC 5545 spells them. */
export const PRESETS: ReadonlyArray<readonly [string, string]> = [
  ['FREQ=DAILY', 'Every day'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'Every weekday'],
  ['FREQ=WEEKLY', 'Every week'],
  ['FREQ=WEEKLY;INTERVAL=2', 'Every 2 weeks'],
  ['FREQ=MONTHLY', 'Every month'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'Every month on its last day'],
  ['FREQ=YEARLY', 'Every year'],
];

const UNITS: Record<string, string> = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' };
const DAYS: Record<string, string> = { MO: 'Mon', TU: 'Tue', WE: 'Wed', TH: 'Thu', FR: 'Fri', SA: 'Sat', SU: 'Sun' };

/** A rule in words where that is easy ("Every 2 weeks on Mon, Thu, 10 times"), else the rule itself. */
export function ruleWords(rule: string): string {
  const plain = rule.replace(/^RRULE:/i, '').toUpperCase();
  const preset = PRESETS.find(([each]) => each === plain);
  if (preset) {
    return preset[1];
  }
  const { FREQ = '', INTERVAL = '1', BYDAY, COUNT, UNTIL, ...rest } =
    Object.fromEntries(plain.split(';').map((part) => part.split('='))) as Record<string, string>;
  const unit = UNITS[FREQ];
  const days = BYDAY?.split(',').map((day) => DAYS[day]);
  if (!unit || Object.keys(rest).some((part) => part !== 'WKST') || days?.includes(undefined)) {
    return rule;
  }
  return `Every ${INTERVAL === '1' ? unit : `${INTERVAL} ${unit}s`}${days ? ` on ${days.join(', ')}` : ''}${
    COUNT ? `, ${COUNT} times` : ''}${UNTIL ? `, until ${UNTIL.replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3')}` : ''}`;
}
