/** People may sign in at the door of a meeting this long before its announced hour, in milliseconds (a local choice). */
export const CHECK_IN_OPENS_MS = 60 * 60_000;
