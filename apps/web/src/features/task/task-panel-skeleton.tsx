import { Skeleton } from "../../components/ui/skeleton.tsx";
import { TaskPanelLayout } from "./task-panel-layout.tsx";

/** A task while its board loads, in the shape of a task. */
export function TaskPanelSkeleton() {
  return (
    <TaskPanelLayout
      body={
        <>
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-7 w-3/4" />
          <TaskBodySkeleton />
        </>
      }
      side={["w-32", "w-24", "w-28", "w-20", "w-36"].map((width) => (
        <Skeleton key={width} className={`h-4 ${width}`} />
      ))}
    />
  );
}

/** Notes and checklist while they load. */
export function TaskBodySkeleton() {
  return (
    <div className="grid gap-2">
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-11/12" />
      <Skeleton className="h-4 w-2/3" />
    </div>
  );
}
