//! The arrows of the workspace: who may depend on whom, and that what must know no window is built without one.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand};

/// A package's place in the workspace, from the folder it lives in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Tests,
    Pseudo,
    Suite,
    App(String),
    Core(String),
    Ui,
    Shared,
}

impl Place {
    /// The place of a folder, named from the root of the workspace.
    fn of(folder: &Path) -> Option<Self> {
        let parts: Vec<_> = folder.iter().filter_map(|part| part.to_str()).collect();
        match parts[..] {
            ["tests"] => Some(Self::Tests),
            ["tests", "pseudo"] => Some(Self::Pseudo),
            ["shared"] => Some(Self::Shared),
            ["shared", "ui"] => Some(Self::Ui),
            ["apps", "candela"] => Some(Self::Suite),
            ["apps", app] => Some(Self::App(app.to_owned())),
            ["apps", app, "core"] => Some(Self::Core(app.to_owned())),
            _ => None,
        }
    }

    /// Whether an arrow may lead from here to there.
    fn may_depend_on(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Tests, Self::Suite | Self::Pseudo)
            | (Self::Suite, Self::App(_))
            | (Self::App(_) | Self::Pseudo, Self::Ui | Self::Shared)
            // For its tests alone.
            | (Self::App(_), Self::Pseudo)
            | (Self::Core(_) | Self::Ui, Self::Shared) => true,
            (Self::App(app), Self::Core(core)) => app == core,
            _ => false,
        }
    }

    fn knows_no_window(&self) -> bool {
        matches!(self, Self::Core(_) | Self::Shared)
    }
}

/// Crates whose presence means that a program draws or opens windows.
const WINDOW_CRATES: [&str; 6] = ["iced", "winit", "softbuffer", "cosmic-text", "tiny-skia", "wgpu"];

fn workspace() -> Metadata {
    MetadataCommand::new().no_deps().exec().expect("cargo describes the workspace")
}

fn places(workspace: &Metadata) -> BTreeMap<String, Place> {
    let root = workspace.workspace_root.as_std_path();
    let place = |package: &cargo_metadata::Package| {
        let folder = package.manifest_path.parent().expect("a manifest lies in a folder").as_std_path();
        let place = folder.strip_prefix(root).ok().and_then(Place::of);
        (package.name.to_string(), place.unwrap_or_else(|| panic!("{} has no place in STYLE section 1", package.name)))
    };
    workspace.packages.iter().map(place).collect()
}

fn cargo(arguments: &[&str]) -> std::process::Output {
    Command::new(env!("CARGO")).args(arguments).output().expect("cargo starts")
}

#[test]
fn every_dependency_follows_an_arrow() {
    let workspace = workspace();
    let places = places(&workspace);
    let mut arrows = 0;
    for package in &workspace.packages {
        let from = &places[package.name.as_str()];
        for dependency in &package.dependencies {
            let Some(to) = places.get(&dependency.name) else { continue };
            assert!(from.may_depend_on(to), "{from:?} must not depend on {to:?}");
            let is_for_tests = dependency.kind == DependencyKind::Development || *from == Place::Tests;
            assert!(*to != Place::Pseudo || is_for_tests, "{from:?} must not be built with the pseudo-language");
            arrows += 1;
        }
    }
    assert!(arrows >= 5, "only {arrows} arrows were seen");
}

#[test]
fn cores_and_shared_are_built_without_a_window() {
    for (name, _) in places(&workspace()).iter().filter(|(_, place)| place.knows_no_window()) {
        let tree =
            cargo(&["tree", "-p", name, "-e", "normal", "--prefix", "none", "--format", "{p}", "--target", "all"]);
        assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
        let tree = String::from_utf8_lossy(&tree.stdout);
        let crates = || tree.lines().filter_map(|line| line.split(' ').next());
        assert!(crates().any(|found| found == name), "{name} is not in its own tree:\n{tree}");
        for window in WINDOW_CRATES {
            assert!(!crates().any(|found| found == window), "{name} depends on {window}");
        }
    }
}

#[test]
fn cores_and_shared_build_alone_with_their_own_features_only() {
    for (name, _) in places(&workspace()).iter().filter(|(_, place)| place.knows_no_window()) {
        let check = cargo(&["check", "-q", "-p", name]);
        assert!(check.status.success(), "{name}:\n{}", String::from_utf8_lossy(&check.stderr));
    }
}

#[test]
fn arrows_that_style_forbids_are_refused() {
    let place = |folder: &str| Place::of(Path::new(folder)).expect(folder);
    let refused = [
        ("shared", "apps/files/core"),
        ("shared", "shared/ui"),
        ("shared/ui", "apps/files/core"),
        ("apps/files/core", "shared/ui"),
        ("apps/files/core", "apps/launcher/core"),
        ("apps/files", "apps/launcher"),
        ("apps/files", "apps/launcher/core"),
        ("apps/files", "apps/candela"),
        ("apps/candela", "tests"),
    ];
    for (from, to) in refused {
        assert!(!place(from).may_depend_on(&place(to)), "{from} -> {to}");
    }
    assert_eq!(Place::of(Path::new("apps/files/core/extra")), None);
}
