import { useQueryClient } from '@tanstack/react-query';

import { resendVerification, updateUser } from '../api/generated/sdk.gen.ts';
import { userOptions, useUser } from '../app/user.ts';
import { invalidateTasks } from '../tasks/lists.ts';
import { localZone } from '../tasks/dates.ts';
import { toast } from '../ui/toasts.ts';
import { Field, Section, SettingForm } from './Section.tsx';

const ZONES: readonly string[] = Intl.supportedValuesOf('timeZone');

export function Profile() {
  const client = useQueryClient();
  const user = useUser();
  if (!user) {
    return null;
  }
  const save = async ({ name, timeZone }: Record<string, string>) => {
    const { data } = await updateUser({ body: { name, timeZone } });
    client.setQueryData(userOptions.queryKey, data);
    if (timeZone !== user.timeZone) {
      // Another zone, another today.
      await invalidateTasks(client);
    }
    toast({ text: 'Profile saved' });
  };
  return (
    <Section title="Profile" about={user.email}>
      {!user.emailVerified && (
        <p className="notice">
          Your address is not confirmed yet.{' '}
          <button type="button" className="quiet" onClick={() => void resend()}>
            Send the mail again
          </button>
        </p>
      )}
      <SettingForm key={user.id} label="Save profile" onSave={save}>
        <Field label="Name" name="name" autoComplete="name" defaultValue={user.name} maxLength={100} />
        <label className="field">
          Time zone
          <select name="timeZone" defaultValue={user.timeZone}>
            {[...new Set([user.timeZone, localZone(), ...ZONES])].map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </select>
        </label>
      </SettingForm>
    </Section>
  );
}

async function resend(): Promise<void> {
  await resendVerification();
  toast({ text: 'A mail with a new link is on its way' });
}
