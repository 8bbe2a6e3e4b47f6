export default function HomePage() {
  return <p className="p-4 text-ink-2">Personal Kanban</p>;
}
