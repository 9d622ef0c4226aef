import type { Lane } from './hooks.ts';
import type { Task, TaskStatus } from './task.ts';

/** What stands in the list, one below the other. Lanes without tasks have no heading, so that short lists stay calm. */
export type Row =
  | { kind: 'heading'; key: string; status: TaskStatus; count: string; open: boolean }
  | { kind: 'task'; key: string; task: Task; index: number; lane: Lane }
  | { kind: 'more'; key: string; lane: Lane };

export interface OpenLane {
  status: TaskStatus;
  lane: Lane;
  open: boolean;
}

export function rowsOf(lanes: readonly OpenLane[]): Row[] {
  return lanes.flatMap(({ status, lane, open }): Row[] => {
    const more = lane.query.hasNextPage;
    if (lane.tasks.length === 0 && !more && (open || status !== 'done')) {
      return [];
    }
    const heading: Row = {
      kind: 'heading',
      key: status,
      status,
      count: open ? `${lane.tasks.length}${more ? '+' : ''}` : '',
      open,
    };
    const tasks = open
      ? lane.tasks.map((task, index): Row => ({ kind: 'task', key: task.id, task, index, lane }))
      : [];
    return [heading, ...tasks, ...(open && more ? [{ kind: 'more', key: `${status}-more`, lane } satisfies Row] : [])];
  });
}
