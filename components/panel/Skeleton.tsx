/** Grey lines where the list will be; drawn only when the answer takes its time. */
export function Skeleton({ label }: { label: string }) {
  return (
    <div class="skeleton" role="status" aria-label={label}>
      {[62, 78, 55, 70].map((width) => (
        <div class="skeleton-line" key={width}>
          <span style={{ width: '6em' }} />
          <span style={{ width: `${width}%` }} />
        </div>
      ))}
    </div>
  );
}
