import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { listSessionsOptions } from '../api/generated/@tanstack/react-query.gen.ts';
import { closeSession, logoutAll } from '../api/generated/sdk.gen.ts';
import type { SessionSummary } from '../api/generated/types.gen.ts';
import { sentenceOf } from '../api/problem.ts';
import { signOut } from '../app/user.ts';
import { toast } from '../ui/toasts.ts';
import { deviceName } from './deviceName.ts';
import { Section } from './Section.tsx';

export function Sessions() {
  const client = useQueryClient();
  const { data, error } = useQuery(listSessionsOptions());
  const close = useMutation({
    mutationFn: (id: string) => closeSession({ path: { id } }),
    onSuccess: () => toast({ text: 'Signed out there' }),
    onError: (problem) => toast({ tone: 'error', text: sentenceOf(problem) }),
    onSettled: () => client.invalidateQueries({ queryKey: listSessionsOptions().queryKey }),
  });
  const sessions = (data?.items ?? []).toSorted((a, b) => Number(b.current) - Number(a.current));
  return (
    <Section title="Sessions" about="Where you are signed in.">
      {error && <p className="alert">{sentenceOf(error)}</p>}
      <ul className="sessions">
        {sessions.map((session) => (
          <li key={session.id}>
            <SessionLine session={session} />
            {!session.current && (
              <button
                type="button"
                className="quiet"
                aria-label={`Sign out ${deviceName(session.userAgent)}`}
                onClick={() => close.mutate(session.id)}
              >
                Sign out
              </button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <button type="button" className="quiet danger" onClick={() => void signOut(() => logoutAll())}>
          Sign out everywhere
        </button>
      )}
    </Section>
  );
}

function SessionLine({ session }: { session: SessionSummary }) {
  return (
    <div>
      <strong>{deviceName(session.userAgent)}</strong>
      {session.current && <span className="chip">This one</span>}
      <p className="hint">
        {session.ip}, last active {new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(session.lastUsedAt))}
      </p>
    </div>
  );
}
