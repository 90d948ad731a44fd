/** Settings for a PostgreSQL whose data nobody needs after a power cut. */
export const hurried = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: 300,
};
