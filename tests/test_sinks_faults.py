"""Outputs when the disk is full, a rename fails, a pipe breaks: a clear error, and what was there stays."""

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from parkdocs.errors import DocumentError, OutputError
from parkdocs.sinks import files, folder
from parkdocs.sinks.files import inside, is_special, own, special_file, whole_file
from parkdocs.sinks.folders import whole_file_at, whole_folder
from parkdocs.sinks.stream import open_stream


def fault(number):
    def fail(*args, **more):
        raise OSError(number, os.strerror(number))

    return fail


def names(path):
    return sorted(p.name for p in path.iterdir())


FAULTS = {
    "no space at the end": ("fsync", errno.ENOSPC, "No space left on device"),
    "the disk fails": ("fsync", errno.EIO, "Input/output error"),
    "no rights to name it": ("replace", errno.EACCES, "Permission denied"),
    "another device": ("replace", errno.EXDEV, "Invalid cross-device link"),
    "no rights to open it to others": ("chmod", errno.EPERM, "Operation not permitted"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_at_the_end_changes_nothing(tmp_path, monkeypatch, name):
    call, number, reason = FAULTS[name]
    target = tmp_path / "out.jsonl"
    target.write_text("old")
    monkeypatch.setattr(os, call, fault(number))
    with pytest.raises(OutputError, match=f"writing failed, nothing was changed: {reason}"), whole_file(target) as out:
        out.write(b"new")
    assert (names(tmp_path), target.read_text()) == (["out.jsonl"], "old")


def test_a_full_disk_while_writing_changes_nothing(tmp_path):
    target = tmp_path / "out.jsonl"
    target.write_text("old")
    with pytest.raises(OutputError, match="No space left"), whole_file(target) as out:
        out.write(b"new" * 99)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert (names(tmp_path), target.read_text()) == (["out.jsonl"], "old")


def test_a_temporary_file_that_cannot_be_made_is_named_with_its_reason(tmp_path, monkeypatch):
    monkeypatch.setattr("parkdocs.sinks.files.os.open", fault(errno.EROFS))
    with pytest.raises(OutputError, match="cannot write here: Read-only file system"), whole_file(tmp_path / "x"):
        pass


def test_a_place_that_is_a_folder_is_refused(tmp_path):
    (tmp_path / "out").mkdir()
    with pytest.raises(OutputError, match="Is a directory"), whole_file(tmp_path / "out") as out:
        out.write(b"x")
    assert names(tmp_path) == ["out"]


def test_a_name_of_250_bytes_has_room_for_its_temporary_file(tmp_path):
    with whole_file(tmp_path / ("n" * 250)) as out:
        out.write(b"x")
    assert names(tmp_path) == ["n" * 250]


def test_the_file_is_as_open_to_others_as_any_that_is_made(tmp_path):
    before = os.umask(0o027)
    try:
        with whole_file(tmp_path / "x") as out:
            out.write(b"x")
        assert os.umask(0o027) == 0o027  # and nobody's mask has changed
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o640


# Devices and pipes


def test_a_device_is_not_replaced_by_a_file():
    assert [is_special(Path(p)) for p in ("/dev/null", "/dev", "/none", __file__)] == [True, False, False, False]
    with pytest.raises(OutputError, match="this is a device or a pipe"), whole_file(Path("/dev/null")):
        pass
    with open_stream("/dev/null") as write:
        write(b"x")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_a_full_device_is_told():
    with pytest.raises(OutputError, match="writing failed: No space left"), open_stream("/dev/full") as write:
        write(b"x")


def test_a_pipe_gets_what_is_written_and_a_reader_that_left_is_no_fault(tmp_path):
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    with open_stream(str(pipe)) as write:
        write(b"line\n")
    reader.join()
    assert got == [b"line\n"]
    with pytest.raises(BrokenPipeError), special_file(Path("/dev/null")):
        raise BrokenPipeError


def test_a_stream_is_standard_output_or_a_file_also_behind_a_link(tmp_path, capfdbinary):
    for name in ("", "-"):
        with open_stream(name) as write:
            write(b"out ")
    assert capfdbinary.readouterr().out == b"out out "
    (tmp_path / "link").symlink_to("real")
    with open_stream(str(tmp_path / "link")) as write:
        write(b"x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"x"


# Names


def test_the_longest_name_the_deepest_folder_and_one_more():
    assert inside(Path("o"), "n" * files.NAME_BYTES).name == "n" * files.NAME_BYTES
    assert inside(Path("o"), "园" * (files.NAME_BYTES // 3))
    assert inside(Path("o"), "/".join("d" * files.FOLDERS))
    for name in ("n" * (files.NAME_BYTES + 1), "园" * 81, "/".join("d" * (files.FOLDERS + 1))):
        with pytest.raises(OutputError, match="cannot be a file name"):
            inside(Path("o"), name)


def test_a_link_that_leads_out_is_refused_and_one_that_stays_is_not(tmp_path):
    (tmp_path / "o/own").mkdir(parents=True)
    (tmp_path / "o/out").symlink_to(tmp_path)
    (tmp_path / "o/in").symlink_to("own")
    with pytest.raises(OutputError, match="leads through a link out of the output folder"):
        inside(tmp_path / "o", "out/x.txt")
    assert inside(tmp_path / "o", "in/x.txt").parent.resolve() == tmp_path / "o/own"


def test_a_path_is_written_once_in_a_run():
    written = set()
    assert own(Path("o"), "a", written) == Path("o/a")
    assert own(Path("o"), "b", written) == Path("o/b")
    with pytest.raises(OutputError, match="another document of this run has the id 'a'"):
        own(Path("o"), "a", written)


# Folders


@pytest.mark.parametrize(("call", "reason"), [("os.replace", "Permission"), ("pathlib.Path.chmod", "Permission")])
@pytest.mark.parametrize("whole", [whole_folder, whole_file_at])
def test_a_fault_at_the_end_leaves_no_folder(tmp_path, monkeypatch, whole, call, reason):
    monkeypatch.setattr(call, fault(errno.EACCES))
    with pytest.raises(OutputError, match=f"nothing was changed: {reason}"), whole(tmp_path / "o") as made:
        (made / "x" if whole is whole_folder else made).write_text("x")
    assert names(tmp_path) == []


@pytest.mark.parametrize("whole", [whole_folder, whole_file_at])
def test_a_place_that_cannot_be_written_is_named(tmp_path, monkeypatch, whole):
    monkeypatch.setattr("tempfile.mkdtemp", fault(errno.EROFS))
    with pytest.raises(OutputError, match="cannot write here: Read-only"), whole(tmp_path / "o"):
        pass


def test_files_of_somebody_are_never_replaced_by_a_folder(tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full/x").write_text("precious")
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("precious")
    for name, why in (("full", "this folder is not empty"), ("file", "this is a file")):
        with pytest.raises(OutputError, match=why), whole_folder(tmp_path / name):
            pass
    with whole_folder(tmp_path / "empty") as made:
        (made / "y").write_text("y")
    assert [p.read_text() for p in (tmp_path / "full/x", tmp_path / "file", tmp_path / "empty/y")] == [
        "precious"
    ] * 2 + ["y"]


def test_a_file_by_its_path_replaces_a_file_and_nothing_else(tmp_path):
    (tmp_path / "f").write_text("old")
    with whole_file_at(tmp_path / "f") as made:
        made.write_text("new")
        (made.parent / "beside").write_text("x")
    assert (names(tmp_path), (tmp_path / "f").read_text()) == (["f"], "new")
    with pytest.raises(OutputError, match="this is no file"), whole_file_at(tmp_path):
        pass
    with pytest.raises(RuntimeError), whole_file_at(tmp_path / "f") as made:
        made.write_text("half")
        raise RuntimeError
    assert (tmp_path / "f").read_text() == "new"


def test_a_run_s_folder_here_and_elsewhere(tmp_path):
    for place in (str(tmp_path / "o"), "memory://parkdocs-faults"):
        assert (folder.read(place, "a"), folder.names(place)) == (b"", [])
        for name in ("b", "a"):
            with folder.whole(place, name) as out:
                out.write(name.encode())
        assert (folder.read(place, "a"), folder.names(place)) == (b"a", ["a", "b"])
        folder.remove(place, ["a", "gone"])
        assert folder.names(place) == ["b"]
        folder.remove(place, ["b"])
    assert not (tmp_path / "o").exists()


def test_a_fault_elsewhere_is_told_in_its_own_words(monkeypatch):
    class Failing:
        def pipe_file(self, path, data):
            raise RuntimeError("no such bucket")

    monkeypatch.setattr("parkdocs.sources.remote.system", lambda path: Failing())
    with (
        pytest.raises(OutputError, match="nothing was changed: RuntimeError: no such bucket"),
        folder.whole("s3://b", "a") as out,
    ):
        out.write(b"x")


def test_a_file_system_that_is_not_known_is_told():
    with pytest.raises((DocumentError, OutputError), match="fsspec"), folder.whole("nosuch://b", "a") as out:
        out.write(b"x")
