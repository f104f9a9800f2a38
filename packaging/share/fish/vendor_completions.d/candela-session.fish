# Completes candela-session(1) in fish. Made from packaging/commands.toml.

complete -c candela-session -n __fish_use_subcommand -a 'close-windows import inhibit logout menu restart screenshot status terminal wallpaper'
complete -c candela-session -n __fish_use_subcommand -l help
complete -c candela-session -n __fish_use_subcommand -l version
complete -c candela-session -n '__fish_seen_subcommand_from close-windows' -l force
complete -c candela-session -n '__fish_seen_subcommand_from close-windows' -l spare -x
complete -c candela-session -n '__fish_seen_subcommand_from close-windows' -l json
complete -c candela-session -n '__fish_seen_subcommand_from import' -l dry-run
complete -c candela-session -n '__fish_seen_subcommand_from import' -l json
complete -c candela-session -n '__fish_seen_subcommand_from inhibit' -l why -x
complete -c candela-session -n '__fish_seen_subcommand_from logout' -l force
complete -c candela-session -n '__fish_seen_subcommand_from logout' -l spare -x
complete -c candela-session -n '__fish_seen_subcommand_from logout' -l json
complete -c candela-session -n '__fish_seen_subcommand_from restart' -l json
complete -c candela-session -n '__fish_seen_subcommand_from screenshot' -l window
complete -c candela-session -n '__fish_seen_subcommand_from status' -l json
