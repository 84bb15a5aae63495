"""What is in a recording is measured, and what is not a whole recording is said to be none."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest

from waarborg.engines.media.probing import CutMedia, NotMedia, probe
from waarborg.engines.media.tracks import LOWEST_DBFS, Kind

type Record = Callable[..., Path]
LIVE = {"live": "1"}
FRAGMENTED = {"movflags": "frag_keyframe+empty_moov"}
INDEX_FIRST = {"movflags": "faststart"}

SOUND = [("a.wav", "pcm_s16le"), ("a.ogg", "libopus"), ("a.webm", "libopus"), ("a.m4a", "aac"), ("a.flac", "flac")]


@pytest.mark.parametrize(("name", "codec"), SOUND)
def test_sound_has_its_length_and_is_not_silent(record: Record, name: str, codec: str) -> None:
    probed = probe(record(name, sound=codec))
    (track,) = probed.sound
    assert probed.video == ()
    assert track.kind is Kind.SOUND
    assert probed.seconds == pytest.approx(3, abs=0.1)
    assert track.seconds == pytest.approx(3, abs=0.1)
    assert (track.sample_rate, track.channels, track.damaged, track.gaps) == (48_000, 1, 0, 0)
    assert track.silent is False
    # A sine of 0.3 of full scale: 20 log10(0.3 / sqrt 2).
    assert track.level == pytest.approx(-13.5, abs=0.3)
    assert track.codec in codec


@pytest.mark.parametrize(("name", "codec"), SOUND)
def test_digital_silence_is_silent(record: Record, name: str, codec: str) -> None:
    (track,) = probe(record(name, sound=codec, loudness=0)).sound
    assert track.silent is True
    assert track.seconds == pytest.approx(3, abs=0.1)


@pytest.mark.parametrize(("loudness", "silent"), [(0.0005, True), (0.01, False)])
def test_hiss_is_silent_and_a_quiet_voice_is_not(record: Record, loudness: float, *, silent: bool) -> None:
    (track,) = probe(record("a.wav", sound="pcm_s16le", loudness=loudness)).sound
    assert track.silent is silent


def test_one_second_of_speech_in_a_minute_is_not_silence(record: Record) -> None:
    path = record("a.wav", sound="pcm_s16le", seconds=60, loudness=0.03)
    content = bytearray(path.read_bytes())
    header = content.index(b"data") + 8
    content[header + 96_000 :] = bytes(len(content) - header - 96_000)
    path.write_bytes(content)
    (track,) = probe(path).sound
    assert track.silent is False


def test_a_constant_offset_is_no_sound(record: Record) -> None:
    path = record("a.wav", sound="pcm_s16le", loudness=0)
    content = path.read_bytes()
    start = content.index(b"data") + 8
    path.write_bytes(content[:start] + np.full((len(content) - start) // 2, 9000, np.int16).tobytes())
    (track,) = probe(path).sound
    assert track.level == LOWEST_DBFS


@pytest.mark.parametrize(
    ("name", "sound", "video", "options", "whole"),
    [
        ("a.webm", "libopus", "libvpx", {}, True),
        ("a.webm", "libopus", "libvpx", LIVE, None),
        ("a.mp4", "aac", "libx264", {}, True),
        ("a.mp4", "aac", "libx264", FRAGMENTED, True),
        ("a.mp4", "aac", "libx264", INDEX_FIRST, True),
    ],
)
def test_image_and_sound_have_their_length_with_or_without_one_in_the_header(
    record: Record, name: str, sound: str, video: str, options: dict[str, str], *, whole: bool | None
) -> None:
    probed = probe(record(name, sound=sound, video=video, options=options))
    (picture,) = probed.video
    assert picture.kind is Kind.VIDEO
    assert probed.seconds == pytest.approx(3, abs=0.25)
    assert picture.seconds == pytest.approx(3, abs=0.25)
    assert (picture.width, picture.height, picture.damaged) == (160, 120, 0)
    assert picture.black is False
    assert probed.sound[0].silent is False
    assert probed.whole is whole


@pytest.mark.parametrize(("name", "codec"), [("a.webm", "libvpx"), ("a.webm", "libvpx-vp9"), ("a.mp4", "libx264")])
def test_a_black_picture_is_black_also_with_a_clock_in_it(record: Record, name: str, codec: str) -> None:
    (track,) = probe(record(name, video=codec, lit_from=99)).video
    assert track.black is True
    assert track.seconds == pytest.approx(3, abs=0.1)


@pytest.mark.parametrize(("name", "codec"), [("a.webm", "libvpx"), ("a.mp4", "libx264")])
def test_a_camera_that_starts_in_the_dark_is_not_black(record: Record, name: str, codec: str) -> None:
    (track,) = probe(record(name, video=codec, lit_from=2.8)).video
    assert track.black is False


def test_the_hash_and_size_are_those_of_the_whole_file(record: Record) -> None:
    path = record("a.webm", sound="libopus", video="libvpx")
    probed = probe(path)
    assert probed.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert probed.size == path.stat().st_size


CUTTABLE = [
    ("a.wav", "pcm_s16le", None, {}),
    ("a.ogg", "libopus", None, {}),
    ("a.webm", "libopus", "libvpx", {}),
    ("a.webm", "libopus", "libvpx", LIVE),
    ("a.mp4", "aac", "libx264", {}),
    ("a.mp4", "aac", "libx264", FRAGMENTED),
    ("a.mp4", "aac", "libx264", INDEX_FIRST),
    ("a.flac", "flac", None, {}),
]


@pytest.mark.parametrize(("name", "sound", "video", "options"), CUTTABLE)
def test_a_cut_file_is_said_to_be_cut(
    record: Record, name: str, sound: str, video: str | None, options: dict[str, str]
) -> None:
    path = record(name, sound=sound, video=video, options=options)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 2 // 3])
    with pytest.raises(CutMedia) as cut:
        probe(path)
    assert cut.value.public.nl.startswith("Deze opname is niet heel")
    left = cut.value.probed
    if left is None:
        # An MP4 whose index was to come last: not a second of it can be played.
        assert (name, options) == ("a.mp4", {})
    else:
        assert 0.5 < min(track.seconds for track in left.tracks) < 2.9
        assert left.whole is False
        assert left.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("content", [b"", b"x", b"RIFF", b"Not a recording, only a text.\n" * 500, b"\x00" * 5000])
def test_what_is_no_media_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "recording.webm"
    path.write_bytes(content)
    with pytest.raises(NotMedia) as refused:
        probe(path)
    assert refused.value.public.en.startswith("This is no recording")
    assert str(tmp_path) not in str(refused.value)


def test_a_play_list_is_not_followed(record: Record, tmp_path: Path) -> None:
    target = record("secret.wav", sound="pcm_s16le")
    for name, content in (
        ("a.m3u8", f"#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\n{target}\n#EXT-X-ENDLIST\n"),
        ("a.ffconcat", f"ffconcat version 1.0\nfile {target.name}\n"),
        ("a.sdp", "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 5004 RTP/AVP 0\n"),
    ):
        path = tmp_path / name
        path.write_text(content)
        with pytest.raises(NotMedia):
            probe(path)


def test_a_picture_that_goes_with_a_sound_is_no_video(record: Record, tmp_path: Path) -> None:
    sound = record("a.m4a", sound="aac")
    with av.open(str(sound)) as source, av.open(str(tmp_path / "cover.m4a"), "w", format="mp4") as target:
        copied = target.add_stream_from_template(source.streams.audio[0])
        cover = target.add_stream("mjpeg", rate=1)
        assert isinstance(cover, av.VideoStream)
        cover.width, cover.height, cover.pix_fmt = 32, 32, "yuvj420p"
        cover.disposition = av.stream.Disposition.attached_pic
        frame = av.VideoFrame.from_ndarray(np.full((32, 32, 3), 200, np.uint8), format="rgb24")
        packets = [*cover.encode(frame), *cover.encode(None)]
        for packet in source.demux():
            if packet.dts is not None:
                packet.stream = copied
                target.mux(packet)
        target.mux(packets)
    probed = probe(tmp_path / "cover.m4a")
    assert probed.video == ()
    assert len(probed.sound) == 1


def test_a_stretch_without_data_is_counted_as_a_gap(record: Record, tmp_path: Path) -> None:
    sound = record("a.ogg", sound="libopus", seconds=4)
    with av.open(str(sound)) as source, av.open(str(tmp_path / "gap.webm"), "w") as target:
        copied = target.add_stream_from_template(source.streams.audio[0])
        for packet in source.demux():
            if packet.dts is None or packet.pts is None:
                continue
            if packet.pts > 2 * 48_000:
                packet.pts += 30 * 48_000
                packet.dts += 30 * 48_000
            packet.stream = copied
            target.mux(packet)
    probed = probe(tmp_path / "gap.webm")
    assert probed.seconds == pytest.approx(34, abs=0.2)
    assert probed.sound[0].gaps == pytest.approx(30, abs=0.2)


@pytest.mark.parametrize(("name", "sound", "video", "options"), CUTTABLE)
def test_damage_anywhere_is_an_answer_and_never_a_crash(
    record: Record, name: str, sound: str, video: str | None, options: dict[str, str]
) -> None:
    path = record(name, sound=sound, video=video, options=options, seconds=1)
    whole = path.read_bytes()
    chance = random.Random(20261121)  # noqa: S311 - the same damage in every run
    for _ in range(25):
        content = bytearray(whole)
        for _ in range(chance.choice((1, 1, 20))):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(content[: chance.choice((None, chance.randrange(len(content))))])
        try:
            probed = probe(path)
        except (NotMedia, CutMedia):
            continue
        assert probed.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_an_index_that_points_outside_the_file_does_not_look_like_a_broken_disk(record: Record) -> None:
    path = record("a.webm", sound="libopus", options=LIVE)
    content = path.read_bytes()
    after = content.index(bytes.fromhex("18538067")) + 12
    # A Matroska index with one entry: the tags stand 2**62 bytes further.
    entry = bytes.fromhex("53ab84 1254c367 53ac88") + (2**62).to_bytes(8)
    entry = b"\x4d\xbb" + bytes([0x80 | len(entry)]) + entry
    index = bytes.fromhex("114d9b74") + bytes([0x80 | len(entry)]) + entry
    path.write_bytes(content[:after] + index + content[after:])
    assert probe(path).sound[0].silent is False


def test_a_file_that_is_not_there_is_an_error_of_the_machine(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        probe(tmp_path / "none.wav")
