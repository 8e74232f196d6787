/** Documents side by side. */
export function Parallel() {
  return <div className="pane-b" />;
}
