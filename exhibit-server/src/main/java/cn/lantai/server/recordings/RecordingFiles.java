package cn.lantai.server.recordings;

import cn.lantai.media.Digest;
import cn.lantai.media.MediaStore;
import cn.lantai.media.recording.Recording;
import cn.lantai.server.iiif.EntityTags;
import cn.lantai.server.recordings.ByteRanges.Range;
import cn.lantai.server.recordings.Stretches.Stretch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Sends the file of a recording, whole or in ranges (RFC 9110), and its captions. Who may have them
 * is decided before.
 */
@ApplicationScoped
public class RecordingFiles {

  /** The longest that one answer may take; players go on with a further range. */
  private static final long PATIENCE = TimeUnit.HOURS.toMillis(3);

  private static final String BOUNDARY = "lantai-next-range";

  /** How files are called that are saved; by media type. */
  private static final Map<String, String> ENDINGS =
      Map.of(
          "audio/mpeg", "mp3",
          "audio/wav", "wav",
          "audio/flac", "flac",
          "audio/ogg", "ogg",
          "audio/mp4", "m4a",
          "audio/webm", "webm",
          "video/mp4", "mp4",
          "video/webm", "webm");

  @Inject MediaStore media;

  /**
   * @param language of the captions that are wanted; empty for the file
   */
  void send(
      Recording recording,
      Optional<String> language,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (language.isPresent()) {
      captions(recording, language.get(), request, response);
    } else {
      file(recording, request, response);
    }
  }

  private static void captions(
      Recording recording,
      String language,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Optional<Recording.Captions> captions =
        recording.captions().stream().filter(each -> each.language().equals(language)).findFirst();
    if (captions.isEmpty()) {
      problem(404, "There are no captions in this language.", request, response);
      return;
    }
    byte[] text = (captions.get().vtt() + "\n").getBytes(StandardCharsets.UTF_8);
    // Weak, because the server may compress the text under the same tag.
    String tag = "W/\"" + Digest.of(text).hex().substring(0, 32) + '"';
    response.setHeader("ETag", tag);
    if (EntityTags.match(Optional.ofNullable(request.getHeader("If-None-Match")), tag)) {
      response.setStatus(304);
      return;
    }
    response.setContentType("text/vtt;charset=UTF-8");
    send(text, request, response);
  }

  private void file(Recording recording, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Recording.Content content = recording.content().orElseThrow();
    Optional<Path> file = media.original(content.digest());
    if (file.isEmpty()) {
      problem(404, "The file of this recording is missing.", request, response);
      return;
    }
    long size = Files.size(file.get());
    String type = content.technical().mediaType();
    String tag = '"' + content.digest().hex().substring(0, 32) + '"';
    response.setHeader("ETag", tag);
    response.setHeader("Accept-Ranges", "bytes");
    response.setHeader(
        "Content-Disposition",
        "inline; filename=\""
            + recording.iri().key()
            + "."
            + ENDINGS.getOrDefault(type, "bin")
            + '"');
    Optional<String> match = Optional.ofNullable(request.getHeader("If-Match"));
    if (match.isPresent() && !EntityTags.match(match, tag)) {
      problem(412, "The recording is another one now.", request, response);
      return;
    }
    if (EntityTags.match(Optional.ofNullable(request.getHeader("If-None-Match")), tag)) {
      response.setStatus(304);
      return;
    }
    Optional<List<Range>> ranges = ranges(tag, size, request);
    // Otherwise the container gives sound the default encoding of texts.
    response.setCharacterEncoding(null);
    if (ranges.isEmpty()) {
      response.setContentType(type);
      send(file.get(), List.of(new Stretch("", 0, size)), request, response);
    } else if (ranges.get().isEmpty()) {
      response.setHeader("Content-Range", "bytes */" + size);
      problem(416, "The recording ends before this range.", request, response);
    } else if (ranges.get().size() == 1) {
      Range range = ranges.get().get(0);
      response.setStatus(206);
      response.setContentType(type);
      response.setHeader("Content-Range", contentRange(range, size));
      send(file.get(), List.of(new Stretch("", range.first(), range.length())), request, response);
    } else {
      response.setStatus(206);
      response.setContentType("multipart/byteranges; boundary=" + BOUNDARY);
      send(file.get(), parts(ranges.get(), type, size), request, response);
    }
  }

  private static Optional<List<Range>> ranges(String tag, long size, HttpServletRequest request) {
    String condition = request.getHeader("If-Range");
    boolean holds = condition == null || condition.strip().equals(tag);
    return Optional.ofNullable(request.getHeader("Range"))
        .filter(header -> holds && request.getMethod().equals("GET"))
        .flatMap(header -> ByteRanges.parse(header.strip(), size));
  }

  private static List<Stretch> parts(List<Range> ranges, String type, long size) {
    List<Stretch> parts = new ArrayList<>();
    for (Range range : ranges) {
      String head =
          "\r\n--%s\r\nContent-Type: %s\r\nContent-Range: %s\r\n\r\n"
              .formatted(BOUNDARY, type, contentRange(range, size));
      parts.add(new Stretch(head, range.first(), range.length()));
    }
    parts.add(new Stretch("\r\n--" + BOUNDARY + "--\r\n", 0, 0));
    return parts;
  }

  private static String contentRange(Range range, long size) {
    return "bytes " + range.first() + "-" + range.last() + "/" + size;
  }

  private static void send(
      Path file, List<Stretch> stretches, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentLengthLong(stretches.stream().mapToLong(Stretch::total).sum());
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    AsyncContext context = request.startAsync();
    context.setTimeout(PATIENCE);
    response.getOutputStream().setWriteListener(new Stretches(context, file, stretches));
  }

  private static void send(byte[] content, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentLength(content.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(content);
    }
  }

  /** Says what is wrong, in plain text. */
  static void problem(
      int status, String text, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/plain;charset=UTF-8");
    send((text + "\n").getBytes(StandardCharsets.UTF_8), request, response);
  }
}
