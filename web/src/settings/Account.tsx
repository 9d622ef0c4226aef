import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { readSecondFactorOptions } from '../api/generated/@tanstack/react-query.gen.ts';
import { deleteAccount, exportAccount, logout } from '../api/generated/sdk.gen.ts';
import { sentenceOf } from '../api/problem.ts';
import { signOut } from '../app/user.ts';
import { toast } from '../ui/toasts.ts';
import { Field, Section, SettingForm } from './Section.tsx';

export function Account() {
  const [asking, setAsking] = useState(false);
  const secondFactor = useQuery({ ...readSecondFactorOptions(), staleTime: 5 * 60_000 }).data?.enabled === true;
  return (
    <Section title="Account">
      <div className="buttons">
        <button type="button" className="quiet" onClick={() => void signOut(() => logout().catch(() => undefined))}>
          Sign out
        </button>
        <button type="button" className="quiet" onClick={() => void download()}>
          Download my data
        </button>
        <button type="button" className="quiet danger" aria-expanded={asking} onClick={() => setAsking(!asking)}>
          Delete account
        </button>
      </div>
      {asking && (
        <SettingForm
          label="Delete everything for ever"
          danger
          onSave={({ password = '', code = '' }) =>
            signOut(() => deleteAccount({ body: { password, ...(code.trim() && { code: code.trim() }) } }))}
        >
          <p className="notice">Your account and every task are gone at once and cannot be brought back.</p>
          <Field label="Your password" name="password" type="password" autoComplete="current-password" />
          {secondFactor && <Field label="Code" name="code" autoComplete="one-time-code" maxLength={40} />}
        </SettingForm>
      )}
    </Section>
  );
}

async function download(): Promise<void> {
  try {
    const { data } = await exportAccount({ parseAs: 'blob' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(data as unknown as Blob);
    link.download = 'taskflow-export.json';
    link.click();
    URL.revokeObjectURL(link.href);
  } catch (error) {
    toast({ tone: 'error', text: sentenceOf(error) });
  }
}
