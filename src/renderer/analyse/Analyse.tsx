/** Pictures and tables of what was coded. */
export function Analyse() {
  return <div className="pane-b" />;
}
