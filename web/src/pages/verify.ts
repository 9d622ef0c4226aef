import './pages.css';
import { mailedToken, post, Refused, show } from './form.ts';

const token = mailedToken();

post('/auth/email/verify', { token })
  .then(() => show('done-part'))
  .catch((error: unknown) => show(error instanceof Refused && error.slug === 'unreachable' ? 'offline-part' : 'failed-part'));
