//! The plans in a folder, and their names.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use farsight::store::names::{duplicate, free_name, rename};
use farsight::store::{OpenError, SaveError, folder, save};

const PLAN: &str = "\u{feff}# 我们的计划\r\nfarsight = 1\r\n";

fn put(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn plans_are_found_newest_first() {
    let home = tempfile::tempdir().unwrap();
    let plans = [
        "old.toml",
        "我的 plans/早餐.TOML",
        "a/b/c/deep.toml",
        "new.toml",
    ];
    for (age, name) in (0..).zip(plans) {
        let path = put(home.path(), name, PLAN);
        let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000 + age);
        File::options()
            .write(true)
            .open(path)
            .unwrap()
            .set_modified(then)
            .unwrap();
    }
    for skipped in [
        "a/b/c/d/too-deep.toml",
        "target/plan.toml",
        "a/node_modules/plan.toml",
        ".git/plan.toml",
        ".hidden.toml",
        "plan.txt",
    ] {
        put(home.path(), skipped, PLAN);
    }
    put(
        home.path(),
        "Cargo.toml",
        "[package]\nname = \"farsight\"\n",
    );
    fs::create_dir(home.path().join("folder.toml")).unwrap();
    let found = folder::plans(home.path()).unwrap();
    let names: Vec<_> = found
        .plans
        .iter()
        .map(|plan| {
            plan.path
                .strip_prefix(home.path())
                .unwrap()
                .to_str()
                .unwrap()
        })
        .collect();
    assert_eq!(
        names,
        [
            "new.toml",
            "a/b/c/deep.toml",
            "我的 plans/早餐.TOML",
            "old.toml"
        ]
    );
    assert!(!found.cut);
    let none = home.path().join("none");
    assert_eq!(folder::plans(&none), Err(OpenError::NotFound(none.clone())));
}

#[test]
#[cfg(unix)]
fn links_in_a_circle_and_pipes_do_not_hang() {
    let home = tempfile::tempdir().unwrap();
    let real = put(home.path(), "real.toml", PLAN);
    std::os::unix::fs::symlink(home.path(), home.path().join("circle")).unwrap();
    std::os::unix::fs::symlink(&real, home.path().join("link.toml")).unwrap();
    std::os::unix::fs::symlink("nowhere", home.path().join("broken.toml")).unwrap();
    let pipe = home.path().join("pipe.toml");
    assert!(
        std::process::Command::new("mkfifo")
            .arg(pipe)
            .status()
            .unwrap()
            .success()
    );
    assert_eq!(folder::plans(home.path()).unwrap().plans.len(), 2);
}

#[test]
fn a_title_finds_a_free_name() {
    let home = tempfile::tempdir().unwrap();
    for (title, names) in [
        (
            "Warm start: breakfast",
            ["warm-start-breakfast.toml", "warm-start-breakfast-2.toml"],
        ),
        (
            "热早餐：通勤者",
            ["热早餐-通勤者.toml", "热早餐-通勤者-2.toml"],
        ),
    ] {
        for name in names {
            let path = free_name(home.path(), title);
            assert_eq!(path, home.path().join(name));
            save(&path, PLAN.as_bytes(), None).unwrap();
        }
    }
}

#[test]
fn a_duplicate_stands_beside_its_plan() {
    let home = tempfile::tempdir().unwrap();
    let plan = put(home.path(), "早餐 2027.toml", PLAN);
    assert_eq!(
        duplicate(&plan).unwrap(),
        home.path().join("早餐 2027-2.toml")
    );
    let third = duplicate(&plan).unwrap();
    assert_eq!(third, home.path().join("早餐 2027-3.toml"));
    assert_eq!(fs::read_to_string(third).unwrap(), PLAN);
    let none = home.path().join("none.toml");
    assert_eq!(
        duplicate(&none),
        Err(SaveError::DeletedOutside(none.clone()))
    );
    assert_eq!(
        duplicate(home.path()),
        Err(SaveError::NotAFile(home.path().into()))
    );
}

#[test]
#[cfg(unix)]
fn a_duplicate_is_as_private_as_its_plan_and_can_be_written() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().unwrap();
    let plan = put(home.path(), "plan.toml", PLAN);
    fs::set_permissions(&plan, fs::Permissions::from_mode(0o400)).unwrap();
    let copy = duplicate(&plan).unwrap();
    assert_eq!(
        fs::metadata(copy).unwrap().permissions().mode() & 0o777,
        0o600
    );
}

#[test]
fn a_new_name_never_overwrites() {
    let home = tempfile::tempdir().unwrap();
    let at = |name: &str| home.path().join(name);
    let plan = put(home.path(), "plan.toml", "ours");
    put(home.path(), "午餐.toml", "theirs");
    assert_eq!(
        rename(&plan, "午餐"),
        Err(SaveError::NameTaken(at("午餐.toml")))
    );
    assert_eq!(fs::read_to_string(at("午餐.toml")).unwrap(), "theirs");
    assert_eq!(rename(&plan, "plan.toml"), Ok(plan.clone()));
    let renamed = rename(&plan, " 早餐 plan ").unwrap();
    assert_eq!(renamed, at("早餐 plan.toml"));
    assert_eq!(fs::read_to_string(&renamed).unwrap(), "ours");
    assert!(!plan.exists());
    for bad in [
        "",
        "  ",
        ".",
        "..",
        "a/b",
        "a\\b",
        ".hidden",
        "a\u{1b}b",
        "../午餐",
    ] {
        assert_eq!(
            rename(&renamed, bad),
            Err(SaveError::BadName(bad.into())),
            "{bad}"
        );
    }
    assert!(matches!(
        rename(&renamed, &"长".repeat(200)),
        Err(SaveError::BadName(_))
    ));
    assert_eq!(
        rename(&plan, "x"),
        Err(SaveError::DeletedOutside(plan.clone()))
    );
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 2);
}

#[test]
#[cfg(unix)]
fn a_link_in_another_case_is_not_the_same_file() {
    let home = tempfile::tempdir().unwrap();
    let real = put(home.path(), "Plan.toml", "ours");
    let link = home.path().join("plan.toml");
    if std::os::unix::fs::symlink("Plan.toml", &link).is_err() {
        return; // a disk that takes both for one name
    }
    assert_eq!(
        rename(&link, "Plan"),
        Err(SaveError::NameTaken(real.clone()))
    );
    assert_eq!(rename(&real, "plan"), Err(SaveError::NameTaken(link)));
    assert_eq!(fs::read_to_string(real).unwrap(), "ours");
}
