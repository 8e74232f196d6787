import type { Progress } from './progress.ts';

/** How far the coding of a document is, as a shape: empty, half or full with a tick. The row's name says it in words. */
export function Mark({ progress, title }: { progress: Progress; title: string }) {
  return (
    <span className="mark" title={title}>
      <svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12">
        <circle
          cx="6"
          cy="6"
          r="4.75"
          fill={progress === 'all' ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.25"
        />
        {progress === 'some' ? <path d="M6 1.25a4.75 4.75 0 0 1 0 9.5z" fill="currentColor" /> : null}
        {progress === 'all' ? (
          <path className="tick" d="M3.75 6.1 5.4 7.75 8.3 4.5" fill="none" strokeWidth="1.25" />
        ) : null}
      </svg>
    </span>
  );
}
