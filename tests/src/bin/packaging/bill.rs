//! What the installed programs are made of: their bill of materials, and the licences of all of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Node, Package, PackageId};
use serde_json::{Value, json};

use crate::{Failure, port};

/// What the suite is built for.
const TARGETS: [&str; 2] = ["x86_64-unknown-linux-gnu", "x86_64-unknown-freebsd"];
/// What is installed.
const PROGRAMS: [&str; 2] = ["candela", "candela-shutdown-core"];

/// The bill of materials. Spec: CycloneDX 1.5, JSON.
pub fn bill(root: &Path) -> Result<String, Failure> {
    let checksums = port::checksums(root)?;
    let components: Vec<Value> = built_in(root)?
        .values()
        .map(|package| {
            let key = (package.name.to_string(), package.version.to_string());
            component(package, checksums.get(&key).map(String::as_str))
        })
        .collect();
    let version = suite_version(root)?;
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": { "type": "application", "name": "candela", "version": version } },
        "components": components,
    });
    Ok(serde_json::to_string_pretty(&bill)?)
}

fn component(package: &Package, checksum: Option<&str>) -> Value {
    let mut component = json!({
        "type": "library",
        "name": package.name.to_string(),
        "version": package.version.to_string(),
        "purl": format!("pkg:cargo/{}@{}", package.name, package.version),
        "licenses": [{ "expression": expression(package) }],
    });
    if let Some(checksum) = checksum {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    component
}

/// The licence as SPDX writes it today: old crates say "or" with a slash.
fn expression(package: &Package) -> String {
    package.license.as_deref().unwrap_or("NOASSERTION").replace(" / ", " OR ").replace('/', " OR ")
}

/// Every crate that is built in with its licence, then every text of a licence once, with whose it is.
pub fn licences(root: &Path) -> Result<String, Failure> {
    let packages = built_in(root)?;
    let mut list = String::from("The programs of Candela are built with these libraries, under these licences.\n\n");
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in packages.values() {
        let name = format!("{} {}", package.name, package.version);
        writeln!(list, "{name}: {}", expression(package))?;
        for text in texts_of(package)? {
            let _new = texts.entry(text).or_default().insert(name.clone());
        }
    }
    for (text, names) in texts {
        let names: Vec<String> = names.into_iter().collect();
        writeln!(list, "\n{}\nOf {}:\n\n{}", "-".repeat(80), names.join(", "), text.trim_end())?;
    }
    Ok(list)
}

/// The texts of licences and notices that a crate brings along.
fn texts_of(package: &Package) -> Result<Vec<String>, Failure> {
    let Some(folder) = package.manifest_path.parent() else {
        return Ok(Vec::new());
    };
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_uppercase();
        let is_licence = ["LICEN", "COPYING", "NOTICE", "UNLICENSE"].iter().any(|start| name.starts_with(start));
        if is_licence && entry.path().is_file() {
            texts.push(String::from_utf8_lossy(&fs::read(entry.path())?).replace("\r\n", "\n"));
        }
    }
    Ok(texts)
}

/// The crates that the programs are built with on any of the systems, without our own and what only tests need.
fn built_in(root: &Path) -> Result<BTreeMap<(String, String), Package>, Failure> {
    let mut found = BTreeMap::new();
    for target in TARGETS {
        let metadata = MetadataCommand::new()
            .manifest_path(root.join("Cargo.toml"))
            .other_options(["--locked".to_owned(), "--filter-platform".to_owned(), target.to_owned()])
            .exec()?;
        for id in reached(&metadata) {
            let package = &metadata[&id];
            if package.source.is_some() {
                drop(found.insert((package.name.to_string(), package.version.to_string()), package.clone()));
            }
        }
    }
    Ok(found)
}

fn reached(metadata: &Metadata) -> BTreeSet<PackageId> {
    let nodes: BTreeMap<&PackageId, &Node> =
        metadata.resolve.iter().flat_map(|graph| &graph.nodes).map(|node| (&node.id, node)).collect();
    let is_program = |package: &&Package| PROGRAMS.contains(&package.name.as_str());
    let mut waiting: Vec<PackageId> = metadata.packages.iter().filter(is_program).map(|it| it.id.clone()).collect();
    let mut reached = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if let Some(node) = nodes.get(&id).filter(|_| reached.insert(id.clone())) {
            let is_normal =
                |kinds: &[cargo_metadata::DepKindInfo]| kinds.iter().any(|it| it.kind == DependencyKind::Normal);
            waiting.extend(node.deps.iter().filter(|it| is_normal(&it.dep_kinds)).map(|it| it.pkg.clone()));
        }
    }
    reached
}

fn suite_version(root: &Path) -> Result<String, Failure> {
    let candela = port::locked(root)?.into_iter().find(|package| package.name == "candela");
    Ok(candela.ok_or("Cargo.lock does not know candela")?.version)
}
