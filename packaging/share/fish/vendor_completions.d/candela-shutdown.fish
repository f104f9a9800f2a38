# Completes candela-shutdown(1) in fish. Made from packaging/commands.toml.

complete -c candela-shutdown -n __fish_use_subcommand -a 'detect lock log-out power-off reboot result suspend'
complete -c candela-shutdown -n __fish_use_subcommand -l answer -x -a 'install skip cancel'
complete -c candela-shutdown -n __fish_use_subcommand -l dry-run
complete -c candela-shutdown -n __fish_use_subcommand -l root -r -F
complete -c candela-shutdown -n __fish_use_subcommand -l backend -x
complete -c candela-shutdown -n __fish_use_subcommand -l list-backends
complete -c candela-shutdown -n __fish_use_subcommand -l list-deeds
complete -c candela-shutdown -n __fish_use_subcommand -l json
complete -c candela-shutdown -n __fish_use_subcommand -l help
complete -c candela-shutdown -n __fish_use_subcommand -l version
complete -c candela-shutdown -n '__fish_seen_subcommand_from detect' -l json
complete -c candela-shutdown -n '__fish_seen_subcommand_from detect' -l root -r -F
complete -c candela-shutdown -n '__fish_seen_subcommand_from detect' -l backend -x
complete -c candela-shutdown -n '__fish_seen_subcommand_from lock' -l dry-run
complete -c candela-shutdown -n '__fish_seen_subcommand_from log-out' -l dry-run
complete -c candela-shutdown -n '__fish_seen_subcommand_from power-off' -l answer -x -a 'install skip cancel'
complete -c candela-shutdown -n '__fish_seen_subcommand_from power-off' -l dry-run
complete -c candela-shutdown -n '__fish_seen_subcommand_from power-off' -l root -r -F
complete -c candela-shutdown -n '__fish_seen_subcommand_from power-off' -l backend -x
complete -c candela-shutdown -n '__fish_seen_subcommand_from reboot' -l answer -x -a 'install skip cancel'
complete -c candela-shutdown -n '__fish_seen_subcommand_from reboot' -l dry-run
complete -c candela-shutdown -n '__fish_seen_subcommand_from reboot' -l root -r -F
complete -c candela-shutdown -n '__fish_seen_subcommand_from reboot' -l backend -x
complete -c candela-shutdown -n '__fish_seen_subcommand_from result' -l once
complete -c candela-shutdown -n '__fish_seen_subcommand_from result' -l root -r -F
complete -c candela-shutdown -n '__fish_seen_subcommand_from suspend' -l dry-run
