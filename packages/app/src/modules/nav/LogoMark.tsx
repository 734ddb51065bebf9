/** A ticket with the three lights that its requester can see. */
export const LogoMark = ({ size }: { size: number }) => (
  <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true">
    <path
      d="M10 10h44a6 6 0 0 1 6 6v7a9 9 0 0 0 0 18v7a6 6 0 0 1-6 6H10a6 6 0 0 1-6-6v-7a9 9 0 0 0 0-18v-7a6 6 0 0 1 6-6Z"
      fill="none"
      stroke="currentColor"
      strokeWidth="5"
    />
    <circle cx="21" cy="32" r="4.5" fill="#ff9800" />
    <circle cx="32" cy="32" r="4.5" fill="#f44336" />
    <circle cx="43" cy="32" r="4.5" fill="#4caf50" />
  </svg>
);
