//! What `strace` writes down, one call after the other.

mod line;

use std::collections::BTreeMap;

use line::call;

/// The calls that are recorded.
pub const CALLS: &str = "trace=openat,open,creat,close,dup,dup2,dup3,fcntl,lseek,write,pwrite64,\
    writev,pwritev,ftruncate,fallocate,copy_file_range,sendfile,fsync,fdatasync,rename,renameat,\
    renameat2,unlink,unlinkat,link,linkat,mkdir,mkdirat,rmdir,mmap,exit_group";

/// A call that succeeded and could matter.
#[derive(Clone, Debug, PartialEq)]
pub enum Call {
    Open {
        fd: i64,
        path: String,
        create: bool,
        truncate: bool,
        append: bool,
    },
    Close(i64),
    Dup {
        from: i64,
        to: i64,
    },
    Seek {
        fd: i64,
        to: u64,
    },
    /// Where the file stands without `at`.
    Write {
        fd: i64,
        at: Option<u64>,
        bytes: Vec<u8>,
    },
    Truncate {
        fd: i64,
        length: u64,
    },
    Copy {
        from: i64,
        to: i64,
        length: u64,
    },
    Sync(i64),
    Rename {
        from: String,
        to: String,
    },
    Link {
        from: String,
        to: String,
    },
    Unlink(String),
    /// To standard output.
    Say(String),
    Exit(i64),
}

/// Calls in the order in which they came back.
pub fn calls(text: &str) -> Vec<Call> {
    let mut waiting: BTreeMap<&str, &str> = BTreeMap::new();
    let mut found = Vec::new();
    for line in text.lines() {
        let Some((pid, rest)) = line.split_once(' ') else {
            continue;
        };
        let rest = rest.trim_start();
        if let Some(begun) = rest.strip_suffix(" <unfinished ...>") {
            waiting.insert(pid, begun);
        } else if let Some(rest) = rest.strip_prefix("<... ") {
            let begun = waiting.remove(pid).unwrap_or_default();
            let end = rest.split_once(" resumed>").map_or("", |(_, end)| end);
            found.extend(call(&format!("{begun}{end}")));
        } else {
            found.extend(call(rest));
        }
    }
    found
}
