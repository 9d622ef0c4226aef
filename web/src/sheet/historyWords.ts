import { PRIORITY_NAMES, STATUS_NAMES, type Due, type Rule } from '../tasks/task.ts';
import { ruleWords } from './ruleWords.ts';

const FIELDS: Record<string, string> = {
  title: 'Title',
  description: 'Notes',
  status: 'Status',
  priority: 'Priority',
  due: 'Due',
  labels: 'Labels',
  recurrence: 'Repeats',
  reminders: 'Reminders',
  parentId: 'Parent task',
};
/** Fields that only follow from others. */
const SILENT: ReadonlySet<string> = new Set(['completedAt', 'occurrence', 'deletedAt']);
const LONGEST = 80;

/** One changed field in words; null for what is not worth telling. */
export function changeWords(field: string, { from, to }: { from: unknown; to: unknown }): string | null {
  if (SILENT.has(field)) {
    return null;
  }
  if (field === 'rank') {
    return 'Moved in your order';
  }
  const name = FIELDS[field] ?? field;
  return field === 'parentId' || field === 'reminders' ? `${name} changed` : `${name}: ${valueWords(field, from)} → ${valueWords(field, to)}`;
}

function valueWords(field: string, value: unknown): string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) {
    return 'none';
  }
  switch (field) {
    case 'status':
      return STATUS_NAMES[value as keyof typeof STATUS_NAMES];
    case 'priority':
      return PRIORITY_NAMES[value as keyof typeof PRIORITY_NAMES];
    case 'due':
      return [(value as Due).date, (value as Due).time].filter(Boolean).join(' ');
    case 'recurrence':
      return ruleWords((value as Rule).rule);
    default:
      return shortened(Array.isArray(value) ? value.join(', ') : String(value));
  }
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
