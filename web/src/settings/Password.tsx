import { changePassword } from '../api/generated/sdk.gen.ts';
import { session } from '../auth/index.ts';
import { toast } from '../ui/toasts.ts';
import { Field, Section, SettingForm } from './Section.tsx';

export function Password() {
  const save = async ({ currentPassword = '', newPassword = '' }: Record<string, string>) => {
    const { data } = await changePassword({ body: { currentPassword, newPassword } });
    // Every earlier session has ended, this one too; the answer is a new one.
    session.begin(data!);
    toast({ text: 'Password changed. You are signed out everywhere else.' });
  };
  return (
    <Section title="Password" about="Changing it signs you out everywhere else.">
      <SettingForm label="Change password" onSave={save}>
        <Field label="Current password" name="currentPassword" type="password" autoComplete="current-password" />
        <Field label="New password" name="newPassword" type="password" autoComplete="new-password" minLength={12} maxLength={128} />
      </SettingForm>
    </Section>
  );
}
