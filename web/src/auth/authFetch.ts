import { NetworkError, NotModified, problemOf } from '../api/problem.ts';
import type { Session } from './session.ts';

/**
 * A fetch with the session's access token. A 401 is answered by one refresh and one retry of the same request, body and
 * all. Answers that are no success are thrown as problems, 304 as NotModified, and a broken connection as a
 * NetworkError: it signs nobody out.
 */
export function authFetchOf(of: Pick<Session, 'token' | 'renew'>, send: (request: Request) => Promise<Response>) {
  return async (request: Request): Promise<Response> => {
    // The body of a request can be read once; the copy is for the retry.
    const again = request.clone();
    const token = await of.token();
    let response = await reach(send, withToken(request, token));
    if (response.status === 401) {
      response = await reach(send, withToken(again, await of.renew(token)));
    }
    if (response.ok) {
      return response;
    }
    if (response.status === 304) {
      throw new NotModified();
    }
    throw await problemOf(response);
  };
}

function withToken(request: Request, token: string): Request {
  request.headers.set('Authorization', `Bearer ${token}`);
  return request;
}

async function reach(send: (request: Request) => Promise<Response>, request: Request): Promise<Response> {
  try {
    return await send(request);
  } catch (cause) {
    if (request.signal.aborted) {
      throw cause;
    }
    throw new NetworkError('The service was not reached', { cause });
  }
}
