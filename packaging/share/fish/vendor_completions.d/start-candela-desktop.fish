# Completes start-candela-desktop(1) in fish. Made from packaging/commands.toml.

complete -c start-candela-desktop -n __fish_use_subcommand -l x11
complete -c start-candela-desktop -n __fish_use_subcommand -l wayland
complete -c start-candela-desktop -n __fish_use_subcommand -l help
complete -c start-candela-desktop -n __fish_use_subcommand -l version
