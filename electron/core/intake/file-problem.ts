/** A file that cannot be read. The message says what it is and what to do; it repeats nothing that stands in the file. */
export class FileProblem extends Error {}
