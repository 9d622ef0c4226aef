import { authFetch } from '../auth/index.ts';
import type { CreateClientConfig } from './generated/client.gen.ts';

/** What the generated client is started with: this page's own origin, and a fetch that knows about sessions. */
export const createClientConfig: CreateClientConfig = (config) => ({
  ...config,
  baseUrl: location.origin,
  fetch: (input, init) => authFetch(input instanceof Request ? input : new Request(input, init)),
  throwOnError: true,
});
