// For the commands: tasks made by the database itself.
import { sql } from '../sql.mjs';

/**
 * So many tasks for each of the users, newest first, every second one with a date, every tenth with a label.
 * @param where which users, by columns of u
 */
export function fill(where, count) {
  sql(`
    insert into task (user_id, id, title, title_folded, status, priority, due_date, due_at, rank, labels, seq, version,
        created_at, updated_at, completed_at)
    select u.id, gen_random_uuid(), title, lower(title), status, priority, due_date, due_date, 'a' || n,
        case when n % 10 = 0 then array['home'] else '{}'::text[] end, n, 0, at, at, case when status = 'done' then at end
    from users u, generate_series(1, ${count}) n,
        lateral (select (array['Write the report', 'Call the plumber', 'Buy milk', 'Review'])[1 + n % 4] || ' ' || n,
            (array['todo', 'in_progress', 'done'])[1 + n % 3], (array['low', 'medium', 'high', 'urgent'])[1 + n % 4],
            case when n % 2 = 0 then current_date - 30 + n % 60 end, now() - n * interval '1 hour')
            t (title, status, priority, due_date, at) where ${where}`);
  sql(`update change_counter c set seq = ${count} from users u where c.user_id = u.id and ${where}`);
}

/** Users without a password, who only have tasks. Their addresses begin with "bulk-". */
export function addUsers(count) {
  sql(`insert into users (id, email, email_key, name, time_zone, password_hash, version, created_at, updated_at)
    select gen_random_uuid(), e, e, 'Load', 'UTC', 'none', 0, now(), now()
    from (select 'bulk-' || n || '@example.org' e from generate_series(1, ${count}) n) s`);
}
