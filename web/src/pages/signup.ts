import './pages.css';
import { destination, warmUp } from './enter.ts';
import { call, element, onSubmit, post } from './form.ts';

onSubmit(element('signup-form'), async ({ name, email, password }) => {
  const session = await post<{ accessToken: string }>('/auth/register', { name, email, password });
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  // New accounts are in UTC; "today" should be this person's. Nothing is lost if that fails: the profile has it, too.
  await call('PATCH', '/users/me', { timeZone }, session.accessToken).catch(() => undefined);
  location.replace(destination());
});

warmUp();
