/** Three columns in the accent colour; decoration, the product's name stands beside it. */
export function BrandMark({ size = 20 }: { size?: number }) {
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 20 20" className="shrink-0 text-accent">
      <path
        fill="currentColor"
        d="M6 0v20a6 6 0 0 1-6-6V6a6 6 0 0 1 6-6Zm1.4 0h5.2v20H7.400V0ZM14 0a6 6 0 0 1 6 6v8a6 6 0 0 1-6 6V0Z"
      />
    </svg>
  );
}
