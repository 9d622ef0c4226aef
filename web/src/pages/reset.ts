import './pages.css';
import { element, mailedToken, onSubmit, post, show } from './form.ts';

const token = mailedToken();

onSubmit(element('reset-form'), async ({ password }) => {
  await post('/auth/password/reset', { token, password });
  show('done-part');
});

if (!token) {
  show('missing-part');
}
