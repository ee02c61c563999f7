package cn.lantai.media.recording;

import cn.lantai.media.PixelSize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** MP4 (ISO/IEC 14496-12 and -14) with H.264 and AAC, which every browser plays. */
final class Mp4Reader {

  private static final int MOST_BOXES = 200_000;
  private static final int AAC = 0x40;
  private static final int MPEG_2_AAC = 0x66;
  private static final int MP3 = 0x6B;
  private static final int MP3_LOW = 0x69;

  private final Bytes bytes;
  private final Set<String> codecs = new LinkedHashSet<>();
  private int boxes;
  private double seconds;
  private Optional<PixelSize> picture = Optional.empty();
  private boolean sound;

  Mp4Reader(Bytes bytes) {
    this.bytes = bytes;
  }

  /**
   * @param content where what is in it begins
   */
  private record Box(String name, long content, long end) {}

  Technical read() throws IOException, RefusedRecordingException {
    List<Box> top = boxes(0, bytes.size());
    for (Box box : top) {
      if (box.name().equals("ftyp") && bytes.ascii(box.content(), 4).equals("qt  ")) {
        throw RefusedRecordingException.unplayable("MOV", RefusedRecordingException.FILM);
      }
    }
    Box movie =
        top.stream()
            .filter(box -> box.name().equals("moov"))
            .findFirst()
            .orElseThrow(RefusedRecordingException::truncated);
    if (top.stream().noneMatch(box -> box.name().equals("mdat"))) {
      throw RefusedRecordingException.truncated();
    }
    List<Box> parts = boxes(movie.content(), movie.end());
    for (Box part : parts) {
      switch (part.name()) {
        case "mvhd" -> seconds = Math.max(seconds, movieLength(part));
        case "mvex" -> seconds = Math.max(seconds, fragmentedLength(part, parts));
        case "trak" -> track(part);
        default -> {
          // Tags and the like say nothing of how it plays.
        }
      }
    }
    if (picture.isEmpty() && !sound) {
      throw RefusedRecordingException.broken("没有声音，也没有影像", "it has neither sound nor pictures");
    }
    return Technical.of(
        picture.isPresent() ? "video/mp4" : "audio/mp4",
        String.join(", ", codecs),
        seconds,
        picture);
  }

  private List<Box> boxes(long from, long end) throws IOException, RefusedRecordingException {
    List<Box> found = new ArrayList<>();
    long at = from;
    while (at + 8 <= end) {
      if (++boxes > MOST_BOXES) {
        throw RefusedRecordingException.broken("结构没有尽头", "its structure does not end");
      }
      long length = bytes.big(at, 4);
      int head = 8;
      if (length == 1) {
        length = bytes.big(at + 8, 8);
        head = 16;
      } else if (length == 0) {
        length = end - at;
      }
      if (length < head) {
        throw RefusedRecordingException.broken("结构前后矛盾", "its structure contradicts itself");
      }
      if (length > end - at) {
        throw RefusedRecordingException.truncated();
      }
      found.add(new Box(bytes.ascii(at + 4, 4), at + head, at + length));
      at += length;
    }
    if (at < end && end == bytes.size()) {
      throw RefusedRecordingException.truncated();
    }
    return found;
  }

  /** The box behind the names one in the other; empty if there is none. */
  private Optional<Box> inside(Box box, String... names)
      throws IOException, RefusedRecordingException {
    Box here = box;
    for (String name : names) {
      Optional<Box> next =
          boxes(here.content(), here.end()).stream()
              .filter(each -> each.name().equals(name))
              .findFirst();
      if (next.isEmpty()) {
        return next;
      }
      here = next.get();
    }
    return Optional.of(here);
  }

  private double movieLength(Box header) throws IOException, RefusedRecordingException {
    boolean wide = bytes.u8(header.content()) == 1;
    long at = header.content() + (wide ? 20 : 12);
    long scale = bytes.big(at, 4);
    long duration = bytes.big(at + 4, wide ? 8 : 4);
    boolean unknown = duration == (wide ? -1L : 0xFFFFFFFFL);
    return scale == 0 || unknown || duration < 0 ? 0 : (double) duration / scale;
  }

  /** A film in fragments has its length in a box of its own, in the units of the movie's header. */
  private double fragmentedLength(Box extension, List<Box> parts)
      throws IOException, RefusedRecordingException {
    Optional<Box> header = inside(extension, "mehd");
    Optional<Box> movie = parts.stream().filter(box -> box.name().equals("mvhd")).findFirst();
    if (header.isEmpty() || movie.isEmpty()) {
      return 0;
    }
    long scale =
        bytes.big(movie.get().content() + (bytes.u8(movie.get().content()) == 1 ? 20 : 12), 4);
    boolean wide = bytes.u8(header.get().content()) == 1;
    long duration = bytes.big(header.get().content() + 4, wide ? 8 : 4);
    return scale == 0 || duration < 0 ? 0 : (double) duration / scale;
  }

  private void track(Box track) throws IOException, RefusedRecordingException {
    Optional<Box> handler = inside(track, "mdia", "hdlr");
    Optional<Box> samples = inside(track, "mdia", "minf", "stbl", "stsd");
    if (handler.isEmpty() || samples.isEmpty()) {
      return;
    }
    String kind = bytes.ascii(handler.get().content() + 8, 4);
    if (!kind.equals("vide") && !kind.equals("soun")) {
      return;
    }
    for (Box entry : boxes(samples.get().content() + 8, samples.get().end())) {
      if (kind.equals("vide")) {
        film(entry, track);
      } else {
        sound(entry);
      }
    }
  }

  private void film(Box entry, Box track) throws IOException, RefusedRecordingException {
    switch (entry.name()) {
      case "avc1", "avc3" -> codecs.add("H.264");
      case "hvc1", "hev1" ->
          throw RefusedRecordingException.unplayable("H.265（HEVC）", RefusedRecordingException.FILM);
      case "encv" ->
          throw RefusedRecordingException.unplayable(
              "MP4（加密 encrypted）", RefusedRecordingException.FILM);
      case "jpeg", "png " -> {
        return; // the cover of a song
      }
      default ->
          throw RefusedRecordingException.unplayable(
              "MP4（" + printable(entry.name()) + "）", RefusedRecordingException.FILM);
    }
    int width = (int) bytes.big(entry.content() + 24, 2);
    int height = (int) bytes.big(entry.content() + 26, 2);
    Optional<Box> header = inside(track, "tkhd");
    boolean turned = false;
    if (header.isPresent()) {
      long matrix = header.get().content() + (bytes.u8(header.get().content()) == 1 ? 52 : 40);
      turned = bytes.big(matrix, 4) == 0 && bytes.big(matrix + 4, 4) != 0;
      int shownWidth = (int) bytes.big(matrix + 36, 2);
      int shownHeight = (int) bytes.big(matrix + 40, 2);
      if (shownWidth > 0 && shownHeight > 0) {
        width = shownWidth;
        height = shownHeight;
      }
    }
    if (width < 1 || height < 1) {
      throw RefusedRecordingException.broken("影像没有宽高", "its pictures have no size");
    }
    picture = Optional.of(turned ? new PixelSize(height, width) : new PixelSize(width, height));
  }

  private void sound(Box entry) throws IOException, RefusedRecordingException {
    sound = true;
    if (!entry.name().equals("mp4a")) {
      throw RefusedRecordingException.unplayable(
          "MP4（" + printable(entry.name()) + "）",
          picture.isPresent() ? RefusedRecordingException.FILM : RefusedRecordingException.SOUND);
    }
    int object = objectType(entry);
    switch (object) {
      case AAC, MPEG_2_AAC, MPEG_2_AAC + 1, MPEG_2_AAC + 2 -> codecs.add("AAC");
      case MP3, MP3_LOW -> codecs.add("MP3");
      default ->
          throw RefusedRecordingException.unplayable(
              "MP4（编码 code " + object + "）", RefusedRecordingException.EITHER);
    }
  }

  /** From the descriptors of an elementary stream (ISO/IEC 14496-1, 7.2.6). */
  private int objectType(Box entry) throws IOException, RefusedRecordingException {
    Optional<Box> descriptors =
        boxes(entry.content() + 28, entry.end()).stream()
            .filter(box -> box.name().equals("esds"))
            .findFirst();
    if (descriptors.isEmpty()) {
      return 0;
    }
    long at = behindLength(descriptors.get().content() + 5) + 2;
    int flags = bytes.u8(at++);
    at += (flags & 0x80) != 0 ? 2 : 0;
    at += (flags & 0x40) != 0 ? 1 + bytes.u8(at) : 0;
    at += (flags & 0x20) != 0 ? 2 : 0;
    return bytes.u8(behindLength(at + 1));
  }

  private long behindLength(long at) throws IOException, RefusedRecordingException {
    long here = at;
    for (int i = 0; i < 3 && bytes.u8(here) >= 0x80; i++) {
      here++;
    }
    return here + 1;
  }

  private static String printable(String name) {
    return name.replaceAll("[^A-Za-z0-9 .-]", "?").strip();
  }
}
