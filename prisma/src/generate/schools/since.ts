/** Day from which a record of older standing is kept: before anything the register is asked about. */
export const SINCE_BEFORE_RECORDS = "2000-01-01";

/** The ministry's school codes were first given out in 2011; a school older than that has held its code since. */
export const SINCE_SCHOOL_CODES = "2011-09-01";

/** The unified social credit code replaced older numbers. */
export const SINCE_CREDIT_CODES = "2015-10-01";
