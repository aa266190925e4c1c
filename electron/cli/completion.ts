// Completion scripts for bash, zsh and fish, generated from the program itself.
import type { Command } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

const flagsOf = (command: Command, program: Command) =>
  [...command.options, ...program.options].flatMap(({ long }) => (long == null ? [] : [long]));

/** The script; `eval "$(desk completion bash)"` enables it, and likewise for the others. */
export function completionOf(shell: Shell, program: Command): string {
  const { commands } = program;
  const names = commands.map((one) => one.name()).join(' ');
  if (shell === 'fish')
    return [
      'complete -c desk -f',
      `complete -c desk -n __fish_use_subcommand -a '${names}'`,
      ...commands.flatMap((one) =>
        flagsOf(one, program).map(
          (flag) => `complete -c desk -n '__fish_seen_subcommand_from ${one.name()}' -l ${flag.slice(2)}`,
        ),
      ),
      'complete -c desk -n "__fish_seen_subcommand_from import" -F',
    ].join('\n');
  const cases = commands.map((one) => `    ${one.name()}) words="${flagsOf(one, program).join(' ')}" ;;`).join('\n');
  return `${shell === 'zsh' ? 'autoload -U +X bashcompinit && bashcompinit\n' : ''}_desk() {
  local words="${names}"
  case "\${COMP_WORDS[1]}" in
${cases}
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _desk desk`;
}
