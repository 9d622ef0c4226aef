import { beforeEach, expect, test, vi } from 'vitest';

import { NetworkError, ProblemError } from '../api/problem.ts';
import { Session, type Surroundings } from './session.ts';

type Listener = (event: { data: unknown }) => void;

/** One machine: its tabs share a lock, a channel and the service. */
class Machine {
  refreshes = 0;
  answer: () => Promise<Response> = async () => this.session();
  private readonly tabs: Array<{ listener: Listener | undefined }> = [];
  private tail: Promise<unknown> = Promise.resolve();

  tab(): Session {
    const self: { listener: Listener | undefined } = { listener: undefined };
    this.tabs.push(self);
    return new Session({
      fetch: () => {
        this.refreshes++;
        return this.answer();
      },
      channel: {
        postMessage: (data: unknown) => {
          const others = this.tabs.filter((each) => each !== self);
          setTimeout(() => others.forEach((each) => each.listener?.({ data })));
        },
        addEventListener: ((_type: string, listener: Listener) => (self.listener = listener)) as never,
      },
      locks: { request: this.lock as never },
      now: () => Date.now(),
      pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      random: () => 0.5,
    } satisfies Surroundings);
  }

  session(): Response {
    return Response.json({ accessToken: `token-${this.refreshes}`, tokenType: 'Bearer', expiresIn: 900, user: { id: 'me' } });
  }

  private readonly lock = (_name: string, run: () => Promise<unknown>) => {
    const turn = this.tail.then(run);
    this.tail = turn.catch(() => undefined);
    return turn;
  };
}

let machine: Machine;

beforeEach(() => {
  machine = new Machine();
});

test('refreshes once for twenty requests at the same time', async () => {
  const tab = machine.tab();

  const tokens = await Promise.all(Array.from({ length: 20 }, () => tab.token()));

  expect(machine.refreshes).toBe(1);
  expect(new Set(tokens)).toEqual(new Set(['token-1']));
});

test('refreshes once for twenty requests in each of three tabs', async () => {
  const tabs = [machine.tab(), machine.tab(), machine.tab()];

  await Promise.all(tabs.flatMap((tab) => Array.from({ length: 20 }, () => tab.renew('expired'))));

  expect(machine.refreshes).toBe(1);
});

test('refreshes again when the new token is refused as well', async () => {
  const tab = machine.tab();
  const first = await tab.token();

  expect(await tab.renew(first)).toBe('token-2');
  expect(await tab.renew(first)).toBe('token-2');
});

test('asks again when the answer is lost, and signs nobody out', async () => {
  const tab = machine.tab();
  const ended = vi.fn();
  tab.subscribe((access) => access ?? ended());
  machine.answer = async () => {
    if (machine.refreshes === 1) {
      throw new TypeError('network');
    }
    return machine.session();
  };

  expect(await tab.token()).toBe('token-2');
  expect(ended).not.toHaveBeenCalled();
});

test('asks again when the answer breaks off', async () => {
  const tab = machine.tab();
  machine.answer = async () => (machine.refreshes === 1 ? new Response('{"accessTo') : machine.session());

  expect(await tab.token()).toBe('token-2');
});

test('gives up on a network that stays away, without ending the session', async () => {
  vi.useFakeTimers();
  const tab = machine.tab();
  const ended = vi.fn();
  tab.subscribe((access) => access ?? ended());
  machine.answer = async () => {
    throw new TypeError('network');
  };

  const outcome = tab.token().catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(10_000);

  expect(await outcome).toBeInstanceOf(NetworkError);
  expect(ended).not.toHaveBeenCalled();
  vi.useRealTimers();
});

test('ends the session in every tab when the service has ended it', async () => {
  const [one, other] = [machine.tab(), machine.tab()];
  const ended = vi.fn();
  other.subscribe((access) => access ?? ended());
  machine.answer = async () => Response.json({ type: '/problems/invalid-session' }, { status: 401 });

  await expect(one.token()).rejects.toBeInstanceOf(ProblemError);
  await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
});

test('refreshes at about 80 % of a token’s life, in one tab only', async () => {
  vi.useFakeTimers();
  const tabs = [machine.tab(), machine.tab()];
  await tabs[0]!.token();
  await vi.advanceTimersByTimeAsync(0.79 * 900_000);
  expect(machine.refreshes).toBe(1);
  await vi.advanceTimersByTimeAsync(0.02 * 900_000);

  expect(machine.refreshes).toBe(2);
  vi.useRealTimers();
});
