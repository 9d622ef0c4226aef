import './pages.css';
import { destination, warmUp } from './enter.ts';
import { element, onSubmit, post, Refused, show } from './form.ts';

let challenge = '';

onSubmit(element('password-form'), async ({ email, password }) => {
  try {
    await post('/auth/login', { email, password });
  } catch (error) {
    if (error instanceof Refused && error.slug === 'second-factor-required') {
      challenge = error.problem.challenge ?? '';
      show('code-part');
      return;
    }
    throw error;
  }
  location.replace(destination());
});

onSubmit(element('code-form'), async ({ code }) => {
  try {
    await post('/auth/login/totp', { challenge, code: code?.trim() });
  } catch (error) {
    if (error instanceof Refused && error.slug === 'invalid-challenge') {
      show('password-part');
    }
    throw error;
  }
  location.replace(destination());
});

warmUp();
