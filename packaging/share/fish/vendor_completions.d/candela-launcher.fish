# Completes candela-launcher(1) in fish. Made from packaging/commands.toml.

complete -c candela-launcher -n __fish_use_subcommand -a 'explain launch list search'
complete -c candela-launcher -n __fish_use_subcommand -l toggle
complete -c candela-launcher -n __fish_use_subcommand -l help
complete -c candela-launcher -n __fish_use_subcommand -l version
complete -c candela-launcher -n '__fish_seen_subcommand_from explain' -l json
complete -c candela-launcher -n '__fish_seen_subcommand_from launch' -l action -x
complete -c candela-launcher -n '__fish_seen_subcommand_from launch' -l dry-run
complete -c candela-launcher -n '__fish_seen_subcommand_from list' -l all
complete -c candela-launcher -n '__fish_seen_subcommand_from list' -l json
complete -c candela-launcher -n '__fish_seen_subcommand_from search' -l limit -x
complete -c candela-launcher -n '__fish_seen_subcommand_from search' -l json
