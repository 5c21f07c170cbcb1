//! Recovery, locks and the trash: what farsight keeps in its own folder.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use farsight::store::lock::Lock;
use farsight::store::{Folders, Recovery, SaveError, Slot, Stamp, trash};
use farsight::words::Lang;

struct Home {
    folder: tempfile::TempDir,
    folders: Folders,
}

fn home() -> Home {
    let folder = tempfile::tempdir().unwrap();
    let folders = Folders::inside(&folder.path().join("自己的 own"));
    Home { folder, folders }
}

impl Home {
    fn plan(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }
}

#[test]
fn unsaved_text_comes_back_whole() {
    let home = home();
    let plan = home.plan("早餐 plan.toml", "saved");
    let slot = Slot::of(&plan);
    for text in ["", "one line", "\u{feff}两行\r\n{\"recovery\":1}\n\n"] {
        let base = Stamp::of(b"saved");
        Recovery::keep(&home.folders, &slot, Some(&base), text).unwrap();
        let found = Recovery::find(&home.folders, &plan).unwrap();
        assert_eq!((found.text.as_str(), found.base), (text, Some(base)));
        assert_eq!(found.pid, std::process::id());
        assert_eq!(found.plan, Some(plan.canonicalize().unwrap()));
    }
    Recovery::clear(&home.folders, &slot);
    assert_eq!(Recovery::find(&home.folders, &plan), None);
    assert_eq!(fs::read_dir(home.folder.path()).unwrap().count(), 2); // nothing beside the plan
}

#[test]
fn what_was_saved_after_all_is_forgotten_silently() {
    let home = home();
    let plan = home.plan("plan.toml", "需要");
    Recovery::keep(&home.folders, &Slot::of(&plan), None, "需要").unwrap();
    assert_eq!(Recovery::find(&home.folders, &plan), None);
    fs::write(&plan, "changed").unwrap();
    assert_eq!(Recovery::find(&home.folders, &plan), None);
}

#[test]
fn unsaved_text_outlives_its_plan() {
    let home = home();
    let plan = home.plan("计划.toml", "saved");
    Recovery::keep(&home.folders, &Slot::of(&plan), None, "typed").unwrap();
    fs::remove_file(&plan).unwrap();
    assert_eq!(Recovery::find(&home.folders, &plan).unwrap().text, "typed");
}

#[test]
fn two_sessions_do_not_write_over_each_other() {
    let home = home();
    let plan = home.plan("plan.toml", "saved");
    let (first, second) = (Slot::of(&plan), Slot::of(&plan).beside());
    Recovery::keep(&home.folders, &first, None, "第一个").unwrap();
    std::thread::sleep(std::time::Duration::from_millis(2));
    Recovery::keep(&home.folders, &second, None, "第二个").unwrap();
    let newest = Recovery::find(&home.folders, &plan).unwrap();
    assert_eq!(newest.text, "第二个");
    newest.discard();
    assert_eq!(Recovery::find(&home.folders, &plan).unwrap().text, "第一个");
}

#[test]
fn untitled_plans_are_kept_apart() {
    let home = home();
    let slots = [Slot::untitled(), Slot::untitled()];
    for (slot, text) in slots.iter().zip(["甲", "乙"]) {
        Recovery::keep(&home.folders, slot, None, text).unwrap();
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    let found = Recovery::untitled(&home.folders);
    let texts: Vec<_> = found.iter().map(|kept| kept.text.as_str()).collect();
    assert_eq!(texts, ["乙", "甲"]);
    assert!(found.iter().all(|kept| kept.plan.is_none()));
    Recovery::clear(&home.folders, &slots[0]);
    assert_eq!(Recovery::untitled(&home.folders).len(), 1);
}

#[test]
#[cfg(unix)]
fn the_state_folder_is_closed_to_others() {
    use std::os::unix::fs::MetadataExt;
    let home = home();
    Recovery::keep(&home.folders, &Slot::untitled(), None, "secret").unwrap();
    let folder = home.folders.state.join("recovery");
    let file = fs::read_dir(&folder)
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let mode = |path: &Path| fs::metadata(path).unwrap().mode() & 0o777;
    assert_eq!((mode(&folder), mode(&file)), (0o700, 0o600));
}

#[test]
fn a_plan_opened_twice_is_noticed() {
    let home = home();
    let plan = home.plan("早餐 plan.toml", "");
    let slot = Slot::of(&plan);
    let first = Lock::take(&home.folders, &slot);
    assert!(matches!(first, Lock::Mine(_)) && first.notice(Lang::En).is_none());
    let second = Lock::take(&home.folders, &slot);
    let Lock::Other(Some(holder)) = &second else {
        panic!("{second:?}")
    };
    assert_eq!(holder.pid, std::process::id());
    assert!(holder.since().is_some());
    assert!(second.notice(Lang::En).unwrap().contains("opened just now"));
    assert!(second.notice(Lang::Zh).unwrap().contains("刚刚打开"));
    assert!(matches!(
        Lock::take(&home.folders, &Slot::untitled()),
        Lock::Mine(_)
    ));
    drop(first);
    assert!(matches!(Lock::take(&home.folders, &slot), Lock::Mine(_)));
    assert_eq!(fs::read_dir(home.folder.path()).unwrap().count(), 2); // nothing beside the plan
}

#[test]
fn a_state_folder_that_cannot_be_is_told() {
    let home = home();
    let file = home.plan("file", "");
    let folders = Folders::inside(&file);
    let slot = Slot::of(&file);
    assert!(matches!(Lock::take(&folders, &slot), Lock::Unknown(_)));
    assert!(Recovery::keep(&folders, &slot, None, "x").is_err());
    assert!(trash::delete(&folders, &file).is_err() && file.exists());
    assert_eq!(Recovery::find(&folders, &file), None);
    assert!(trash::list(&folders).is_empty());
}

const HOLD: &str = "FARSIGHT_TEST_HOLD";

/// Not a test of its own: the second process of the tests below runs it.
#[test]
#[ignore = "run by other tests as a second process"]
fn second_process() {
    let Some(own) = std::env::var_os(HOLD) else {
        return;
    };
    let own = PathBuf::from(own);
    let slot = Slot::of(&own.join("plan.toml"));
    let folders = Folders::inside(&own);
    let _lock = Lock::take(&folders, &slot);
    Recovery::keep(&folders, &slot, None, "typed 打字").unwrap();
    println!("\nholding");
    std::thread::sleep(std::time::Duration::from_secs(60));
}

fn start_second(own: &Path) -> Child {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "state::second_process",
            "--ignored",
            "--nocapture",
        ])
        .env(HOLD, own)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let said = BufReader::new(child.stdout.take().unwrap());
    assert!(said.lines().any(|line| line.unwrap() == "holding"));
    child
}

#[test]
fn a_crash_frees_the_lock_and_leaves_the_text() {
    let home = home();
    let own = home.folder.path();
    let plan = home.plan("plan.toml", "saved");
    let (slot, folders) = (Slot::of(&plan), Folders::inside(own));
    let mut child = start_second(own);
    let lock = Lock::take(&folders, &slot);
    let living = Recovery::find(&folders, &plan);
    child.kill().unwrap(); // without any chance to tidy up
    child.wait().unwrap();
    let Lock::Other(Some(holder)) = lock else {
        panic!("{lock:?}")
    };
    assert_eq!(holder.pid, child.id());
    assert_eq!(living, None); // a living session will save its text itself
    assert!(matches!(Lock::take(&folders, &slot), Lock::Mine(_)));
    let left = Recovery::find(&folders, &plan).unwrap();
    assert_eq!((left.text.as_str(), left.pid), ("typed 打字", child.id()));
}

#[test]
fn a_deleted_plan_comes_back() {
    let home = home();
    let plan = home.plan("早餐 plan.toml", "farsight = 1");
    let trashed = trash::delete(&home.folders, &plan).unwrap();
    assert!(!plan.exists());
    assert_eq!(trashed.file.file_name(), plan.file_name());
    assert_eq!(trash::list(&home.folders), std::slice::from_ref(&trashed));
    assert_eq!(trash::restore(&trashed).unwrap(), plan);
    assert_eq!(fs::read_to_string(&plan).unwrap(), "farsight = 1");
    assert!(trash::list(&home.folders).is_empty());
    assert_eq!(
        fs::read_dir(home.folders.state.join("trash"))
            .unwrap()
            .count(),
        0
    );
}

#[test]
fn a_restored_plan_never_overwrites() {
    let home = home();
    let plan = home.plan("计划.toml", "first");
    let first = trash::delete(&home.folders, &plan).unwrap();
    home.plan("计划.toml", "second");
    let second = trash::delete(&home.folders, &plan).unwrap();
    home.plan("计划.toml", "third");
    let listed = trash::list(&home.folders);
    assert_eq!(listed.len(), 2);
    let at = |name: &str| home.folder.path().join(name);
    assert_eq!(trash::restore(&first).unwrap(), at("计划-2.toml"));
    assert_eq!(trash::restore(&second).unwrap(), at("计划-3.toml"));
    let texts = ["计划.toml", "计划-2.toml", "计划-3.toml"]
        .map(|name| fs::read_to_string(at(name)).unwrap());
    assert_eq!(texts, ["third", "first", "second"]);
    assert_eq!(
        trash::restore(&first),
        Err(SaveError::DeletedOutside(first.file.clone()))
    );
    assert_eq!(fs::read_dir(home.folder.path()).unwrap().count(), 4);
}

#[test]
fn a_plan_comes_back_to_a_folder_that_is_gone() {
    let home = home();
    fs::create_dir(home.folder.path().join("inner")).unwrap();
    let plan = home.plan("inner/plan.toml", "x");
    let trashed = trash::delete(&home.folders, &plan).unwrap();
    fs::remove_dir(home.folder.path().join("inner")).unwrap();
    assert_eq!(trash::restore(&trashed).unwrap(), plan);
    assert!(matches!(
        trash::delete(&home.folders, &home.folder.path().join("inner")),
        Err(SaveError::NotAFile(_))
    ));
    assert!(matches!(
        trash::delete(&home.folders, &home.folder.path().join("none")),
        Err(SaveError::DeletedOutside(_))
    ));
    assert!(trash::list(&home.folders).is_empty());
}

#[test]
#[cfg(target_os = "linux")]
fn the_trash_may_lie_on_another_disk() {
    use std::os::unix::fs::MetadataExt;
    let home = home();
    let plan = home.plan("我的 plan.toml", "需要");
    let device = |path: &Path| fs::metadata(path).map(|found| found.dev()).ok();
    let Ok(other) = tempfile::tempdir_in("/dev/shm") else {
        eprintln!("SKIPPED the_trash_may_lie_on_another_disk: no second file system here");
        return;
    };
    if device(other.path()) == device(&plan) {
        eprintln!("SKIPPED the_trash_may_lie_on_another_disk: one file system here");
        return;
    }
    let modified = fs::metadata(&plan).unwrap().modified().unwrap();
    let trashed = trash::delete(&Folders::inside(other.path()), &plan).unwrap();
    assert!(!plan.exists());
    assert_eq!(device(&trashed.file), device(other.path()));
    assert_eq!(
        fs::metadata(&trashed.file).unwrap().modified().unwrap(),
        modified
    );
    home.plan("我的 plan.toml", "new");
    let back = trash::restore(&trashed).unwrap();
    assert_eq!(back, home.folder.path().join("我的 plan-2.toml"));
    assert_eq!(fs::read_to_string(back).unwrap(), "需要");
    assert!(!trashed.file.exists());
}
