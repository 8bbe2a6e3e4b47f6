import { OperationsScreen } from "../../../features/operations/operations-screen.tsx";

export default function OperationsPage() {
  return <OperationsScreen />;
}
