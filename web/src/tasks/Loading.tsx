import { useIsRestoring } from '@tanstack/react-query';

import { sentenceOf } from '../api/problem.ts';
import { Icon } from '../ui/Icon.tsx';

/** Stands where rows will be; says nothing while the stored data is still being read, which is a blink. */
export function LoadingRows() {
  const restoring = useIsRestoring();
  return (
    <div className="loading" role="status" aria-busy="true" data-quiet={restoring || undefined}>
      <span className="visually-hidden">Loading tasks</span>
      {[72, 54, 63, 40, 58].map((width) => (
        <span key={width} className="skeleton-row" aria-hidden="true">
          <span style={{ inlineSize: `${width}%` }} />
        </span>
      ))}
    </div>
  );
}

export function LoadProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div className="empty" role="alert">
      <Icon name="offline" size={32} />
      <h2>The tasks could not be loaded</h2>
      <p>{sentenceOf(error)}</p>
      <button type="button" className="primary" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
