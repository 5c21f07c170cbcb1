//! Saving: whole or not at all, and never over what somebody else wrote.

use std::fs;
use std::path::Path;

use farsight::store::{SaveError, Stamp, open, overwrite, save};

const OLD: &str = "farsight = 1\n[plan]\ntitle = \"Oven-warm by seven\"\n";
const NEW: &str = "farsight = 1\n[plan]\ntitle = \"七点前的热面包\"\n";

/// The names in a folder: whatever happens, no passing file may stay.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_plan_is_written_read_and_written_again() {
    let home = tempfile::tempdir().unwrap();
    let path = home
        .path()
        .join("我的 plans")
        .join("深 deep")
        .join("早餐 plan.toml");
    let first = save(&path, OLD.as_bytes(), None).unwrap();
    let opened = open(&path).unwrap();
    assert_eq!(
        (opened.text.as_str(), opened.stamp, opened.read_only),
        (OLD, first, false)
    );
    let second = save(&path, NEW.as_bytes(), Some(&first)).unwrap();
    assert_eq!(second, Stamp::of(NEW.as_bytes()));
    let empty = save(&path, b"", Some(&second)).unwrap();
    assert!(empty.is_empty());
    save(&path, NEW.as_bytes(), Some(&empty)).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), NEW);
    assert_eq!(names(path.parent().unwrap()), ["早餐 plan.toml"]);
}

#[test]
fn a_change_outside_is_not_overwritten_unseen() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("plan.toml");
    let stamp = save(&path, OLD.as_bytes(), None).unwrap();
    let theirs = "farsight = 1 # 同事改的\n";
    fs::write(&path, theirs).unwrap();
    let told = save(&path, NEW.as_bytes(), Some(&stamp)).unwrap_err();
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    let SaveError::ChangedOutside {
        theirs: said,
        stamp,
        ..
    } = told
    else {
        panic!("{told:?}")
    };
    assert_eq!(said, theirs);
    save(&path, NEW.as_bytes(), Some(&stamp)).unwrap(); // the author has seen it and chosen
    assert_eq!(fs::read_to_string(&path).unwrap(), NEW);
}

#[test]
fn the_same_content_with_another_time_is_no_change() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("plan.toml");
    let stamp = save(&path, OLD.as_bytes(), None).unwrap();
    fs::remove_file(&path).unwrap();
    fs::write(&path, OLD).unwrap();
    save(&path, NEW.as_bytes(), Some(&stamp)).unwrap();
}

#[test]
fn a_file_deleted_outside_is_told_and_can_be_written_anew() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("folder").join("plan.toml");
    let stamp = save(&path, OLD.as_bytes(), None).unwrap();
    fs::remove_dir_all(path.parent().unwrap()).unwrap();
    let told = save(&path, NEW.as_bytes(), Some(&stamp));
    assert_eq!(told, Err(SaveError::DeletedOutside(path.clone())));
    assert!(names(home.path()).is_empty());
    save(&path, NEW.as_bytes(), None).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), NEW);
}

#[test]
fn a_new_plan_takes_no_taken_place() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("plan.toml");
    fs::write(&path, OLD).unwrap();
    assert_eq!(
        save(&path, b"x", None),
        Err(SaveError::NameTaken(path.clone()))
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), OLD);
    overwrite(&path, b"a report").unwrap();
    assert_eq!(names(home.path()), ["plan.toml"]);
}

#[test]
fn a_folder_and_an_impossible_place_are_told() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("folder");
    fs::create_dir(&path).unwrap();
    assert_eq!(
        overwrite(&path, b"x"),
        Err(SaveError::NotAFile(path.clone()))
    );
    let file = home.path().join("file");
    fs::write(&file, "").unwrap();
    let below = file.join("plan.toml");
    assert_eq!(
        save(&below, b"x", None),
        Err(SaveError::NoFolder(below.clone()))
    );
    let long = home.path().join("长".repeat(200));
    assert!(matches!(
        save(&long, b"x", None),
        Err(SaveError::BadName(_))
    ));
    assert!(save(Path::new(""), b"x", None).is_err());
    assert_eq!(names(home.path()), ["file", "folder"]);
}

#[test]
fn a_reader_never_sees_half_a_plan() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("plan.toml");
    let versions = ["a".repeat(100_000), "需".repeat(50_000)];
    save(&path, versions[0].as_bytes(), None).unwrap();
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for round in 0..40 {
                overwrite(&path, versions[round % 2].as_bytes()).unwrap();
            }
        });
        while !writer.is_finished() {
            assert!(versions.contains(&fs::read_to_string(&path).unwrap()));
        }
    });
    assert_eq!(names(home.path()), ["plan.toml"]);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::process::Command;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().mode() & 0o777
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn the_mode_stays() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("计划.toml");
        for wanted in [0o600, 0o640, 0o664, 0o755] {
            overwrite(&path, OLD.as_bytes()).unwrap();
            set_mode(&path, wanted);
            save(&path, NEW.as_bytes(), Some(&Stamp::of(OLD.as_bytes()))).unwrap();
            assert_eq!(mode(&path), wanted);
        }
    }

    #[test]
    fn a_new_plan_has_the_mode_of_every_new_file() {
        let home = tempfile::tempdir().unwrap();
        let (ours, usual) = (home.path().join("plan.toml"), home.path().join("usual"));
        save(&ours, OLD.as_bytes(), None).unwrap();
        fs::write(&usual, "").unwrap();
        assert_eq!(mode(&ours), mode(&usual));
    }

    #[test]
    fn a_link_stays_a_link_and_its_target_is_replaced() {
        let home = tempfile::tempdir().unwrap();
        let real = home.path().join("真 real").join("plan.toml");
        let link = home.path().join("link.toml");
        save(&real, OLD.as_bytes(), None).unwrap();
        set_mode(&real, 0o640);
        symlink("真 real/plan.toml", &link).unwrap();
        let chain = home.path().join("chain.toml");
        symlink("link.toml", &chain).unwrap();
        save(&chain, NEW.as_bytes(), Some(&Stamp::of(OLD.as_bytes()))).unwrap();
        assert!(link.is_symlink() && chain.is_symlink() && !real.is_symlink());
        assert_eq!(
            (fs::read_to_string(&real).unwrap().as_str(), mode(&real)),
            (NEW, 0o640)
        );
        assert_eq!(names(home.path()), ["chain.toml", "link.toml", "真 real"]);
    }

    #[test]
    fn a_link_to_a_missing_file_stays_and_gets_its_file() {
        let home = tempfile::tempdir().unwrap();
        let link = home.path().join("link.toml");
        symlink("later/计划.toml", &link).unwrap();
        save(&link, NEW.as_bytes(), None).unwrap();
        assert!(link.is_symlink());
        assert_eq!(
            fs::read_to_string(home.path().join("later/计划.toml")).unwrap(),
            NEW
        );
        let round = home.path().join("round.toml");
        symlink("round.toml", &round).unwrap();
        assert!(matches!(
            save(&round, b"x", None),
            Err(SaveError::Io { .. })
        ));
    }

    #[test]
    fn a_protected_plan_is_not_written_even_by_an_administrator() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("计划.toml");
        let stamp = save(&path, OLD.as_bytes(), None).unwrap();
        set_mode(&path, 0o444);
        assert!(open(&path).unwrap().read_only);
        let told = save(&path, NEW.as_bytes(), Some(&stamp));
        assert_eq!(told, Err(SaveError::ReadOnly(path.clone())));
        assert_eq!(
            overwrite(&path, b"x"),
            Err(SaveError::ReadOnly(path.clone()))
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), OLD);
        assert_eq!(names(home.path()), ["计划.toml"]);
    }

    #[test]
    fn a_folder_that_takes_no_file_is_told() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("计划.toml");
        let stamp = save(&path, OLD.as_bytes(), None).unwrap();
        set_mode(home.path(), 0o555);
        if fs::write(home.path().join("probe"), "").is_ok() {
            eprintln!("SKIPPED a_folder_that_takes_no_file_is_told: an administrator may write");
            return;
        }
        let told = save(&path, NEW.as_bytes(), Some(&stamp));
        set_mode(home.path(), 0o755);
        assert_eq!(told, Err(SaveError::Denied(path.clone())));
        assert_eq!(fs::read_to_string(&path).unwrap(), OLD);
    }

    #[test]
    fn a_pipe_and_a_device_are_not_written() {
        let home = tempfile::tempdir().unwrap();
        let pipe = home.path().join("pipe.toml");
        assert!(
            Command::new("mkfifo")
                .arg(&pipe)
                .status()
                .unwrap()
                .success()
        );
        assert_eq!(
            save(&pipe, b"x", None),
            Err(SaveError::NotAFile(pipe.clone()))
        );
        let null = Path::new("/dev/null");
        assert_eq!(
            overwrite(null, b"x"),
            Err(SaveError::NotAFile(null.to_path_buf()))
        );
    }

    /// A small file system of its own; none where this user may not mount one.
    #[cfg(target_os = "linux")]
    struct SmallDisk(tempfile::TempDir);

    #[cfg(target_os = "linux")]
    impl SmallDisk {
        fn mount() -> Option<SmallDisk> {
            let folder = tempfile::tempdir().unwrap();
            let mut mount = Command::new("mount");
            mount
                .args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"])
                .arg(folder.path());
            let mounted = mount.output().is_ok_and(|done| done.status.success());
            mounted.then_some(SmallDisk(folder))
        }
    }

    #[cfg(target_os = "linux")]
    impl Drop for SmallDisk {
        fn drop(&mut self) {
            drop(Command::new("umount").arg(self.0.path()).status());
        }
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_full_disk_harms_nothing() {
        let Some(disk) = SmallDisk::mount() else {
            eprintln!("SKIPPED a_full_disk_harms_nothing: no right to mount a small disk here");
            return;
        };
        let path = disk.0.path().join("计划.toml");
        let stamp = save(&path, OLD.as_bytes(), None).unwrap();
        let large = "需要\n".repeat(20_000);
        let told = save(&path, large.as_bytes(), Some(&stamp));
        assert_eq!(told, Err(SaveError::DiskFull(path.clone())));
        assert_eq!(fs::read_to_string(&path).unwrap(), OLD);
        assert_eq!(names(disk.0.path()), ["计划.toml"]);
        let new = disk.0.path().join("new.toml");
        assert_eq!(
            save(&new, large.as_bytes(), None),
            Err(SaveError::DiskFull(new.clone()))
        );
        save(&path, NEW.as_bytes(), Some(&stamp)).unwrap();
        assert_eq!(names(disk.0.path()), ["计划.toml"]);
    }
}
