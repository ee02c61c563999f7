package cn.lantai.media.recording;

import cn.lantai.media.PixelSize;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** WebM: Matroska (RFC 9559) with VP8, VP9 or AV1, and Opus or Vorbis. */
final class MatroskaReader {

  static final long EBML = 0x1A45DFA3L;
  private static final long DOC_TYPE = 0x4282;
  private static final long SEGMENT = 0x18538067L;
  private static final long INFO = 0x1549A966L;
  private static final long SCALE = 0x2AD7B1;
  private static final long DURATION = 0x4489;
  private static final long TRACKS = 0x1654AE6BL;
  private static final long TRACK = 0xAE;
  private static final long TYPE = 0x83;
  private static final long CODEC = 0x86;
  private static final long VIDEO = 0xE0;
  private static final long WIDTH = 0xB0;
  private static final long HEIGHT = 0xBA;
  private static final int IS_VIDEO = 1;
  private static final int IS_AUDIO = 2;

  private static final long UNKNOWN = -1;
  private static final int MOST_ELEMENTS = 2_000_000;
  private static final int LONGEST_TEXT = 64;

  private final Bytes bytes;
  private final Set<String> codecs = new LinkedHashSet<>();
  private int elements;
  private double scale = 1_000_000;
  private double duration;
  private Optional<PixelSize> picture = Optional.empty();

  MatroskaReader(Bytes bytes) {
    this.bytes = bytes;
  }

  /**
   * @param end behind it; {@link #UNKNOWN} for one that was written while it was recorded
   */
  private record Element(long id, long content, long end) {}

  /** What is done with each element in another one. */
  @FunctionalInterface
  private interface Visitor {
    void visit(Element element) throws IOException, RefusedRecordingException;
  }

  Technical read() throws IOException, RefusedRecordingException {
    Element head = element(0, bytes.size());
    StringBuilder type = new StringBuilder();
    each(
        head,
        element -> {
          if (element.id() == DOC_TYPE) {
            type.append(text(element));
          }
        });
    if (!type.toString().equals("webm")) {
      throw RefusedRecordingException.unplayable("Matroska（MKV）", RefusedRecordingException.EITHER);
    }
    Element segment = element(head.end(), bytes.size());
    if (segment.id() != SEGMENT) {
      throw RefusedRecordingException.broken("没有内容", "it has no content");
    }
    if (segment.end() == UNKNOWN) {
      throw RefusedRecordingException.withoutDuration();
    }
    each(
        segment,
        element -> {
          if (element.id() == INFO) {
            each(element, this::information);
          } else if (element.id() == TRACKS) {
            each(element, this::track);
          }
        });
    if (codecs.isEmpty()) {
      throw RefusedRecordingException.broken("没有声音，也没有影像", "it has neither sound nor pictures");
    }
    return Technical.of(
        picture.isPresent() ? "video/webm" : "audio/webm",
        String.join(", ", codecs),
        duration * scale / 1e9,
        picture);
  }

  private void each(Element parent, Visitor visitor) throws IOException, RefusedRecordingException {
    if (parent.end() == UNKNOWN) {
      throw RefusedRecordingException.withoutDuration();
    }
    long at = parent.content();
    while (at < parent.end()) {
      Element element = element(at, parent.end());
      if (element.end() == UNKNOWN) {
        throw RefusedRecordingException.withoutDuration();
      }
      visitor.visit(element);
      at = element.end();
    }
  }

  private Element element(long at, long limit) throws IOException, RefusedRecordingException {
    if (++elements > MOST_ELEMENTS) {
      throw RefusedRecordingException.broken("结构没有尽头", "its structure does not end");
    }
    int idLength = Integer.numberOfLeadingZeros(bytes.u8(at)) - 23;
    if (idLength > 4) {
      throw RefusedRecordingException.broken("结构前后矛盾", "its structure contradicts itself");
    }
    long id = bytes.big(at, idLength);
    long place = at + idLength;
    int sizeLength = Integer.numberOfLeadingZeros(bytes.u8(place)) - 23;
    if (sizeLength > 8) {
      throw RefusedRecordingException.broken("结构前后矛盾", "its structure contradicts itself");
    }
    long mask = (1L << (7 * sizeLength)) - 1;
    long size = bytes.big(place, sizeLength) & mask;
    long content = place + sizeLength;
    if (size == mask) {
      return new Element(id, content, UNKNOWN);
    }
    if (size > limit - content) {
      throw RefusedRecordingException.truncated();
    }
    return new Element(id, content, content + size);
  }

  private void information(Element element) throws IOException, RefusedRecordingException {
    if (element.id() == SCALE) {
      scale = number(element);
    } else if (element.id() == DURATION) {
      int length = (int) (element.end() - element.content());
      duration =
          length == 4
              ? Float.intBitsToFloat((int) bytes.big(element.content(), 4))
              : length == 8 ? Double.longBitsToDouble(bytes.big(element.content(), 8)) : 0;
    }
  }

  private void track(Element track) throws IOException, RefusedRecordingException {
    if (track.id() != TRACK) {
      return;
    }
    long[] numbers = new long[3];
    StringBuilder codec = new StringBuilder();
    each(
        track,
        element -> {
          if (element.id() == TYPE) {
            numbers[0] = number(element);
          } else if (element.id() == CODEC) {
            codec.append(text(element));
          } else if (element.id() == VIDEO) {
            each(
                element,
                part -> {
                  if (part.id() == WIDTH) {
                    numbers[1] = number(part);
                  } else if (part.id() == HEIGHT) {
                    numbers[2] = number(part);
                  }
                });
          }
        });
    if (numbers[0] != IS_VIDEO && numbers[0] != IS_AUDIO) {
      return;
    }
    codecs.add(name(codec.toString()));
    if (numbers[0] == IS_VIDEO) {
      if (numbers[1] < 1 || numbers[2] < 1 || Math.max(numbers[1], numbers[2]) > 1 << 16) {
        throw RefusedRecordingException.broken("影像没有宽高", "its pictures have no size");
      }
      picture = Optional.of(new PixelSize((int) numbers[1], (int) numbers[2]));
    }
  }

  private static String name(String codec) throws RefusedRecordingException {
    return switch (codec) {
      case "V_VP8" -> "VP8";
      case "V_VP9" -> "VP9";
      case "V_AV1" -> "AV1";
      case "A_OPUS" -> "Opus";
      case "A_VORBIS" -> "Vorbis";
      default ->
          throw RefusedRecordingException.unplayable(
              "WebM（" + codec.replaceAll("[^A-Z0-9_/]", "?") + "）",
              RefusedRecordingException.EITHER);
    };
  }

  private long number(Element element) throws IOException, RefusedRecordingException {
    long length = element.end() - element.content();
    return length > 8 ? 0 : bytes.big(element.content(), (int) length);
  }

  private String text(Element element) throws IOException, RefusedRecordingException {
    int length = (int) Math.min(LONGEST_TEXT, element.end() - element.content());
    return bytes.ascii(element.content(), length).replace("\0", "");
  }
}
