/** An answer of RFC 9457, as a value to throw. `slug` is the last part of its type, which is what code branches on. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly status: number,
    readonly slug: string,
    readonly detail: string,
    readonly fields: ReadonlyArray<{ field: string; code: string; message: string }> = [],
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(detail);
  }
}

/** The request did not reach the service, or the answer did not reach us: whether it was carried out is unknown. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

/** What one has is still right (304); thrown, since generated clients take it for a failure. */
export class NotModified extends Error {
  override readonly name = 'NotModified';
}

/** Reads a problem from an answer; what is none (a proxy's page) becomes one without a slug. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.clone().json().catch(() => null);
  const retryAfter = Number(response.headers.get('Retry-After'));
  const problem = (body ?? {}) as { type?: string; detail?: string; errors?: ProblemError['fields'] };
  return new ProblemError(
    response.status,
    String(problem.type ?? '').replace(/^.*\//, ''),
    problem.detail ?? `The service answered ${response.status}.`,
    problem.errors ?? [],
    Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
  );
}

/** Whether the same request may succeed a moment later. */
export function isTemporary(error: unknown): boolean {
  return error instanceof NetworkError || (error instanceof ProblemError && [429, 502, 503, 504].includes(error.status));
}

/** One sentence for people. Field errors name their first field, since forms show the rest beside the inputs. */
export function sentenceOf(error: unknown): string {
  if (error instanceof NetworkError) {
    return 'TaskFlow cannot be reached just now.';
  }
  if (error instanceof ProblemError) {
    const field = error.fields[0];
    return field ? `${capitalised(field.field)} ${field.message}.` : error.detail;
  }
  return 'Something went wrong on this page.';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
