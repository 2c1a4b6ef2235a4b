//! One line of `strace` as what it means.

use super::Call;

/// One line, taken apart.
struct Line<'a> {
    name: &'a str,
    words: Vec<&'a str>,
    result: i64,
}

pub fn call(line: &str) -> Option<Call> {
    let (name, rest) = line.split_once('(')?;
    let (arguments, result) = rest.rsplit_once(')')?;
    if name == "exit_group" {
        return Some(Call::Exit(arguments.parse().ok()?));
    }
    let result = result.trim().strip_prefix("= ")?;
    let line = Line {
        name,
        words: arguments.split(", ").collect(),
        result: result.split(' ').next()?.parse().ok()?,
    };
    if line.result < 0 {
        return None;
    }
    line.of_files()
        .or_else(|| line.of_bytes())
        .or_else(|| line.of_names())
}

impl Line<'_> {
    fn word(&self, at: usize) -> Option<&str> {
        self.words.get(at).copied()
    }

    fn number(&self, at: usize) -> Option<i64> {
        self.word(at)?.parse().ok()
    }

    fn place(&self, at: usize) -> Option<u64> {
        self.word(at)?.parse().ok()
    }

    fn path(&self, at: usize) -> Option<String> {
        String::from_utf8(bytes(self.word(at)?)?).ok()
    }

    /// A path that stands behind a folder; nothing of ours uses another than the present one.
    fn path_in(&self, at: usize) -> Option<String> {
        let path = self.path(at)?;
        let folder = self.word(at - 1)?;
        assert!(
            folder == "AT_FDCWD" || path.starts_with('/'),
            "in {folder}: {path}"
        );
        Some(path)
    }

    fn of_files(&self) -> Option<Call> {
        let fd = self.result;
        Some(match self.name {
            "openat" => open(fd, self.path_in(1)?, self.word(2)?),
            "open" => open(fd, self.path(0)?, self.word(1)?),
            "creat" => open(fd, self.path(0)?, "O_CREAT|O_TRUNC"),
            "close" => Call::Close(self.number(0)?),
            "dup" | "dup2" | "dup3" => Call::Dup {
                from: self.number(0)?,
                to: fd,
            },
            "fcntl" if self.word(1)?.starts_with("F_DUPFD") => Call::Dup {
                from: self.number(0)?,
                to: fd,
            },
            "lseek" => Call::Seek {
                fd: self.number(0)?,
                to: fd.try_into().ok()?,
            },
            "fsync" | "fdatasync" => Call::Sync(self.number(0)?),
            _ => return None,
        })
    }

    fn of_bytes(&self) -> Option<Call> {
        let count = self.result;
        let shared = |at| {
            self.word(at)
                .is_some_and(|word| word.contains("MAP_SHARED"))
        };
        Some(match self.name {
            "write" => written(self.number(0)?, None, bytes(self.word(1)?)?, count)?,
            "pwrite64" => written(self.number(0)?, self.place(3), bytes(self.word(1)?)?, count)?,
            "writev" => written(self.number(0)?, None, self.vector(), count)?,
            "ftruncate" => Call::Truncate {
                fd: self.number(0)?,
                length: self.place(1)?,
            },
            "copy_file_range" => {
                copied(self.number(0)?, self.number(2)?, &self.words[1..4], count)?
            }
            "sendfile" => copied(self.number(1)?, self.number(0)?, &self.words[2..3], count)?,
            "mmap" if shared(3) && self.word(2)?.contains("PROT_WRITE") => {
                panic!(
                    "written through memory, which is not recorded: {:?}",
                    self.words
                )
            }
            "pwritev" | "fallocate" => panic!("{}: not understood", self.name),
            _ => return None,
        })
    }

    fn of_names(&self) -> Option<Call> {
        Some(match self.name {
            "rename" => Call::Rename {
                from: self.path(0)?,
                to: self.path(1)?,
            },
            "renameat" | "renameat2" => Call::Rename {
                from: self.path_in(1)?,
                to: self.path_in(3)?,
            },
            "link" => Call::Link {
                from: self.path(0)?,
                to: self.path(1)?,
            },
            "linkat" => Call::Link {
                from: self.path_in(1)?,
                to: self.path_in(3)?,
            },
            "unlink" => Call::Unlink(self.path(0)?),
            "unlinkat" if self.word(2)? != "AT_REMOVEDIR" => Call::Unlink(self.path_in(1)?),
            _ => return None,
        })
    }

    /// The strings of `[{iov_base="\x61", iov_len=1}, …]`, one after the other.
    fn vector(&self) -> Vec<u8> {
        let parts = self
            .words
            .iter()
            .filter_map(|word| word.split_once("iov_base="));
        parts
            .filter_map(|(_, string)| bytes(string))
            .flatten()
            .collect()
    }
}

fn open(fd: i64, path: String, flags: &str) -> Call {
    let has = |flag| flags.split('|').any(|one| one == flag);
    Call::Open {
        fd,
        path,
        create: has("O_CREAT"),
        truncate: has("O_TRUNC"),
        append: has("O_APPEND"),
    }
}

fn written(fd: i64, at: Option<u64>, mut bytes: Vec<u8>, result: i64) -> Option<Call> {
    bytes.truncate(result.try_into().ok()?);
    Some(match fd {
        1 => Call::Say(String::from_utf8_lossy(&bytes).into_owned()),
        _ => Call::Write { fd, at, bytes },
    })
}

fn copied(from: i64, to: i64, offsets: &[&str], result: i64) -> Option<Call> {
    let plain = offsets
        .iter()
        .all(|word| *word == "NULL" || word.parse::<i64>().is_ok());
    assert!(plain, "a copy from the middle: {offsets:?}");
    Some(Call::Copy {
        from,
        to,
        length: result.try_into().ok()?,
    })
}

/// `"\x61\x62"` as bytes.
fn bytes(word: &str) -> Option<Vec<u8>> {
    let inner = word.strip_prefix('"')?.strip_suffix('"')?;
    let pairs = inner.split("\\x").skip(1);
    pairs
        .map(|pair| u8::from_str_radix(pair, 16).ok())
        .collect()
}
