/** Cases and documents with what is known of them. */
export function Table() {
  return <div className="pane-b" />;
}
