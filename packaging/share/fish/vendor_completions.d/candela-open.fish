# Completes candela-open(1) in fish. Made from packaging/commands.toml.

complete -c candela-open -n __fish_use_subcommand -l with -x
complete -c candela-open -n __fish_use_subcommand -l choose
complete -c candela-open -n __fish_use_subcommand -l dry-run
complete -c candela-open -n __fish_use_subcommand -l type -r -F
complete -c candela-open -n __fish_use_subcommand -l default -x
complete -c candela-open -n __fish_use_subcommand -l applications -x
complete -c candela-open -n __fish_use_subcommand -l set-default -x
complete -c candela-open -n __fish_use_subcommand -l help
complete -c candela-open -n __fish_use_subcommand -l version
