//! Opening and watching: a text or a plain reason, at once, and news told once.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use farsight::store::{Guard, OpenError, Outside, Stamp, open, save};

fn written(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn text_comes_byte_for_byte() {
    let home = tempfile::tempdir().unwrap();
    for text in [
        "",
        "farsight = 1",
        "\u{feff}farsight = 1\r\ntitle = \"远见\"\r\n# end",
    ] {
        let path = written(home.path(), "我的 plan.toml", text.as_bytes());
        let opened = open(&path).unwrap();
        assert_eq!((opened.text.as_str(), opened.path), (text, path));
        assert_eq!(opened.stamp, Stamp::of(text.as_bytes()));
    }
}

#[test]
fn each_obstacle_has_its_name() {
    let home = tempfile::tempdir().unwrap();
    let at = |name: &str| home.path().join(name);
    assert_eq!(
        open(&at("没有.toml")),
        Err(OpenError::NotFound(at("没有.toml")))
    );
    assert_eq!(
        open(home.path()),
        Err(OpenError::IsFolder(home.path().into()))
    );
    let picture = written(home.path(), "p.toml", b"\x89PNG\r\n\0\0");
    assert_eq!(open(&picture), Err(OpenError::Binary(picture.clone())));
    let gbk = written(
        home.path(),
        "g.toml",
        b"farsight = 1\n\xd0\xe8\xd2\xaa = 1\n",
    );
    let told = OpenError::NotUtf8 {
        path: gbk.clone(),
        byte: 13,
        line: 2,
    };
    assert_eq!(open(&gbk), Err(told));
    let large = at("large.toml");
    File::create(&large)
        .unwrap()
        .set_len(64 * 1024 * 1024 + 1)
        .unwrap();
    assert_eq!(open(&large), Err(OpenError::TooLarge(large.clone())));
}

#[test]
#[cfg(unix)]
fn a_pipe_and_a_device_do_not_hang() {
    let home = tempfile::tempdir().unwrap();
    let pipe = home.path().join("管道.toml");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    for path in [pipe, "/dev/null".into(), "/dev/zero".into()] {
        assert_eq!(open(&path), Err(OpenError::NotAFile(path.clone())));
    }
}

/// Makes a file look as if it had rested for a while, so that its times are trusted.
fn age(path: &Path, seconds: u64) {
    let then = SystemTime::now() - Duration::from_secs(seconds);
    File::options()
        .write(true)
        .open(path)
        .unwrap()
        .set_modified(then)
        .unwrap();
}

#[test]
fn news_is_told_once() {
    let home = tempfile::tempdir().unwrap();
    let path = written(home.path(), "早餐 plan.toml", b"ours");
    let mut guard = Guard::new(&path, Stamp::of(b"ours"));
    assert_eq!(guard.check(), Outside::Same);
    fs::write(&path, "他们的").unwrap();
    let Outside::Changed(theirs) = guard.check() else {
        panic!()
    };
    assert_eq!(theirs.text, "他们的");
    assert_eq!(guard.check(), Outside::Same);
    fs::write(&path, "ours").unwrap();
    assert_eq!(guard.check(), Outside::Restored);
    fs::remove_file(&path).unwrap();
    assert_eq!(guard.check(), Outside::Deleted);
    assert_eq!(guard.check(), Outside::Same);
    fs::write(&path, b"\0").unwrap();
    assert_eq!(
        guard.check(),
        Outside::Unreadable(OpenError::Binary(path.clone()))
    );
    fs::write(&path, "ours").unwrap();
    assert_eq!(guard.check(), Outside::Restored);
}

#[test]
fn our_own_save_is_no_news() {
    let home = tempfile::tempdir().unwrap();
    let path = written(home.path(), "plan.toml", b"one");
    let mut guard = Guard::new(&path, Stamp::of(b"one"));
    assert_eq!(guard.check(), Outside::Same);
    let stamp = save(&path, b"two", Some(&Stamp::of(b"one"))).unwrap();
    guard.accept(stamp);
    assert_eq!(guard.check(), Outside::Same);
    fs::write(&path, "six").unwrap();
    assert!(matches!(guard.check(), Outside::Changed(_)));
}

#[test]
fn a_change_in_the_same_tick_and_length_is_seen() {
    let home = tempfile::tempdir().unwrap();
    let path = written(home.path(), "plan.toml", b"00");
    let mut guard = Guard::new(&path, Stamp::of(b"00"));
    for round in 1..60 {
        fs::write(&path, format!("{round:02}")).unwrap();
        let Outside::Changed(theirs) = guard.check() else {
            panic!("round {round}")
        };
        assert_eq!(theirs.text, format!("{round:02}"));
    }
}

#[test]
fn a_touched_file_is_no_news_and_an_old_time_hides_nothing() {
    let home = tempfile::tempdir().unwrap();
    let path = written(home.path(), "计划.toml", b"one");
    age(&path, 100);
    let mut guard = Guard::new(&path, Stamp::of(b"one"));
    assert_eq!(guard.check(), Outside::Same);
    age(&path, 50);
    assert_eq!(guard.check(), Outside::Same);
    fs::write(&path, "two!").unwrap();
    age(&path, 50);
    assert!(matches!(guard.check(), Outside::Changed(_)));
}
