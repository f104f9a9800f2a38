//! The rules of `deny.toml`, read and applied as cargo-deny does, without the minutes that building cargo-deny takes.

use std::collections::BTreeMap;
use std::fs;

use cargo_metadata::{CargoOpt, MetadataCommand, Package};
use semver::VersionReq;
use serde::Deserialize;
use spdx::{Expression, Licensee, ParseMode};

#[derive(Deserialize)]
struct Rules {
    graph: Graph,
    licenses: Licences,
    bans: Bans,
}

#[derive(Deserialize)]
struct Graph {
    targets: Vec<String>,
}

#[derive(Deserialize)]
struct Licences {
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Ban>,
}

/// A crate in versions that must not be used, as `NAME:VERSIONS`.
#[derive(Deserialize)]
struct Ban {
    #[serde(rename = "crate")]
    spec: String,
    reason: String,
}

impl Ban {
    fn matches(&self, package: &Package) -> bool {
        let (name, versions) = self.spec.split_once(':').unwrap_or((&self.spec, "*"));
        let versions = VersionReq::parse(versions).expect("deny.toml names versions");
        package.name == name && versions.matches(&package.version)
    }
}

impl Licences {
    fn permit(&self, expression: &str) -> bool {
        let allowed: Vec<_> = self.allow.iter().map(|name| Licensee::parse(name).expect(name)).collect();
        let expression = Expression::parse_mode(expression, ParseMode::LAX);
        expression.is_ok_and(|it| it.evaluate(|asked| allowed.iter().any(|one| one.satisfies(asked))))
    }
}

fn rules() -> Rules {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../deny.toml");
    toml::from_str(&fs::read_to_string(file).expect(file)).expect("deny.toml has the rules this test reads")
}

/// Everything we depend on, on any of the platforms and with all features.
fn dependencies(rules: &Rules) -> BTreeMap<String, Package> {
    let mut found = BTreeMap::new();
    for target in &rules.graph.targets {
        let metadata = MetadataCommand::new()
            .features(CargoOpt::AllFeatures)
            .other_options(["--filter-platform".to_owned(), target.clone()])
            .exec()
            .expect("cargo describes the workspace");
        let used: Vec<_> = metadata.resolve.iter().flat_map(|graph| &graph.nodes).map(|node| &node.id).collect();
        let ours = |package: &Package| metadata.workspace_members.contains(&package.id);
        let theirs = metadata.packages.iter().filter(|package| used.contains(&&package.id) && !ours(package));
        found.extend(theirs.map(|package| (package.id.repr.clone(), package.clone())));
    }
    found
}

#[test]
fn every_dependency_is_under_a_licence_we_allow() {
    let rules = rules();
    let dependencies = dependencies(&rules);
    assert!(dependencies.len() > 100, "only {} dependencies were seen", dependencies.len());
    let refused: Vec<_> = dependencies
        .values()
        .filter(|package| !package.license.as_deref().is_some_and(|licence| rules.licenses.permit(licence)))
        .map(|package| format!("{} {}: {:?}", package.name, package.version, package.license))
        .collect();
    assert!(refused.is_empty(), "not in the list of deny.toml:\n{}", refused.join("\n"));
}

#[test]
fn no_dependency_is_banned() {
    let rules = rules();
    for package in dependencies(&rules).values() {
        let ban = rules.bans.deny.iter().find(|ban| ban.matches(package)).map(|ban| &ban.reason);
        assert_eq!(ban, None, "{} {} is banned", package.name, package.version);
    }
}

#[test]
fn every_dependency_comes_from_the_crate_registry() {
    for package in dependencies(&rules()).values() {
        let source = package.source.as_ref().map(ToString::to_string).unwrap_or_default();
        assert!(source.starts_with("registry+"), "{} comes from {source}", package.name);
    }
}

#[test]
fn a_licence_is_judged_by_its_whole_expression() {
    let licences = rules().licenses;
    for permitted in ["MIT", "MIT/Apache-2.0", "GPL-3.0-only OR MIT", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
        assert!(licences.permit(permitted), "{permitted}");
    }
    for refused in ["AGPL-3.0-only", "MIT AND GPL-2.0-or-later", "LGPL-2.1-or-later", "", "see LICENSE"] {
        assert!(!licences.permit(refused), "{refused}");
    }
}
