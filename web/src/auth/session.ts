import { NetworkError, ProblemError, problemOf } from '../api/problem.ts';
import type { SessionResponse } from '../api/generated/types.gen.ts';

/** An access token and when it ends. It lives in memory only: the refresh cookie, which scripts cannot read, outlives it. */
export interface Access {
  token: string;
  /** Milliseconds of this machine's clock. */
  expiresAt: number;
  lifetime: number;
  user: SessionResponse['user'];
}

type Message = { type: 'access'; access: Access } | { type: 'ended' };

/** What a session needs of its surroundings; tests put in their own. */
export interface Surroundings {
  fetch: typeof fetch;
  channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;
  locks: Pick<LockManager, 'request'>;
  now: () => number;
  pause: (milliseconds: number) => Promise<void>;
  random: () => number;
}

const LOCK = 'taskflow-refresh';
/** How long a token is treated as ended before it is: the request has to arrive, too. */
const MARGIN = 5_000;
/** A lost answer is asked for again at once: for ten seconds the service gives the same successor. */
const RETRY_DELAYS = [300, 1_500, 4_000];
/** How long a message to the other tabs may take. */
const MESSAGE_GRACE = 100;

/**
 * The session of this browser. However many requests find their token ended, in however many tabs, one refresh is made:
 * within a tab they share a promise, across tabs the holder of a lock refreshes and tells the others.
 */
export class Session {
  private access: Access | null = null;
  private refreshing: Promise<Access> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<(access: Access | null) => void>();

  constructor(private readonly around: Surroundings) {
    around.channel.addEventListener('message', (event) => this.hear((event as MessageEvent<Message>).data));
  }

  get current(): Access | null {
    return this.access;
  }

  /** Calls back with every new token, and with null when the session has ended. */
  subscribe(listener: (access: Access | null) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** A token that is good for now; refreshes when there is none. */
  async token(): Promise<string> {
    const access = this.access;
    return access && access.expiresAt - MARGIN > this.around.now() ? access.token : this.renew(access?.token ?? null);
  }

  /** A token other than the given one, which the service refused. */
  async renew(refused: string | null): Promise<string> {
    if (this.access && this.access.token !== refused && this.access.expiresAt - MARGIN > this.around.now()) {
      return this.access.token;
    }
    this.refreshing ??= this.refreshOnce(refused).finally(() => (this.refreshing = null));
    return (await this.refreshing).token;
  }

  /** Takes over a session that was answered to a sign-in or a change of password. */
  begin(response: SessionResponse): Access {
    const lifetime = response.expiresIn * 1000;
    const access = {
      token: response.accessToken,
      expiresAt: this.around.now() + lifetime,
      lifetime,
      user: response.user,
    };
    this.around.channel.postMessage({ type: 'access', access } satisfies Message);
    this.adopt(access);
    return access;
  }

  /** Ends the session in every tab; asking the service to is the caller's. */
  end(): void {
    this.around.channel.postMessage({ type: 'ended' } satisfies Message);
    this.adopt(null);
  }

  private hear(message: Message): void {
    this.adopt(message.type === 'access' ? message.access : null);
  }

  private adopt(access: Access | null): void {
    this.access = access;
    clearTimeout(this.timer);
    if (access) {
      // At 80 % of its life, a little earlier or later, so that tabs do not queue at the lock together.
      const delay = access.lifetime * (0.75 + 0.1 * this.around.random());
      this.timer = setTimeout(() => void this.renew(access.token).catch(() => undefined), delay);
    }
    this.listeners.forEach((listener) => listener(access));
  }

  private refreshOnce(refused: string | null): Promise<Access> {
    return new Promise((resolve, reject) => {
      const turn = this.around.locks.request(LOCK, async () => {
        if (this.isNewerThan(refused)) {
          resolve(this.access!);
          return;
        }
        resolve(await this.refresh());
        // Whoever gets the lock next has heard of the new token by then.
        await this.around.pause(MESSAGE_GRACE);
      });
      turn.catch(reject);
    });
  }

  private isNewerThan(refused: string | null): boolean {
    return this.access !== null && this.access.token !== refused;
  }

  private async refresh(): Promise<Access> {
    for (let attempt = 0; ; attempt++) {
      try {
        return this.begin(await this.askForSuccessor());
      } catch (error) {
        const delay = RETRY_DELAYS[attempt];
        if (error instanceof ProblemError && error.slug === 'invalid-session') {
          this.end();
        }
        if (!(error instanceof NetworkError) || delay === undefined) {
          throw error;
        }
        await this.around.pause(delay);
      }
    }
  }

  private async askForSuccessor(): Promise<SessionResponse> {
    let response: Response;
    try {
      response = await this.around.fetch('/api/v1/auth/refresh', {
        method: 'POST',
        headers: { 'X-TaskFlow-CSRF': '1' },
        signal: AbortSignal.timeout(10_000),
      });
      if (response.ok) {
        // In the same try: an answer that breaks off is as lost as one that never came.
        return (await response.json()) as SessionResponse;
      }
    } catch (cause) {
      throw new NetworkError('The session could not be refreshed', { cause });
    }
    throw await problemOf(response);
  }
}
