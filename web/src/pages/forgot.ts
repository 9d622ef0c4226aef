import './pages.css';
import { element, onSubmit, post, show } from './form.ts';

onSubmit(element('forgot-form'), async ({ email }) => {
  await post('/auth/password/forgot', { email });
  show('sent-part');
});
