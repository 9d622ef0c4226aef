-- Has the planner's statistics of tasks made, which only the table's owner may.
create function analyze_tasks() returns void language plpgsql security definer set search_path from current as $$
begin
    analyze task;
end
$$;
