export function TrashPage() {
  return (
    <div className="page">
      <h1 tabIndex={-1}>Trash</h1>
      <div className="empty">
        <h2>The trash is empty</h2>
        <p>Deleted tasks stay here for 30 days.</p>
      </div>
    </div>
  );
}
