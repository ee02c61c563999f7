package cn.lantai.server.recordings;

import cn.lantai.access.AccessPolicy.Asker;
import cn.lantai.access.AccessPolicy.Audience;
import cn.lantai.media.Digest;
import cn.lantai.media.MediaStore;
import cn.lantai.media.recording.Recording;
import cn.lantai.server.iiif.EntityTags;
import cn.lantai.server.recordings.ByteRanges.Range;
import cn.lantai.server.recordings.PublicRecordings.Finding;
import cn.lantai.server.recordings.Stretches.Stretch;
import cn.lantai.server.security.ImagePasses;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recordings as they came, {@code /media/{key}}, whole or in ranges (RFC 9110), and their captions,
 * {@code /media/{key}/{language}.vtt}.
 */
@WebServlet(urlPatterns = "/media/*", asyncSupported = true)
@SuppressWarnings("serial") // a servlet is never written anywhere
public class RecordingServlet extends HttpServlet {

  private static final Pattern ADDRESS =
      Pattern.compile("/media/([^/%]+)(?:/([A-Za-z-]{2,10})\\.vtt)?");
  private static final String ALLOWED = "GET, HEAD, OPTIONS";

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

  @Inject PublicRecordings recordings;
  @Inject MediaStore media;
  @Inject ImagePasses passes;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader(
        "Access-Control-Expose-Headers", "Accept-Ranges, Content-Length, Content-Range, ETag");
    Matcher address = ADDRESS.matcher(request.getRequestURI());
    if (!address.matches()) {
      problem(404, "There is no such recording here.", request, response);
      return;
    }
    switch (request.getMethod()) {
      case "GET", "HEAD" ->
          read(
              recordings.find(address.group(1)),
              Optional.ofNullable(address.group(2)),
              request,
              response);
      case "OPTIONS" -> options(response);
      default -> {
        response.setHeader("Allow", ALLOWED);
        problem(405, "Recordings can only be read.", request, response);
      }
    }
  }

  private static void options(HttpServletResponse response) {
    response.setHeader("Allow", ALLOWED);
    response.setHeader("Access-Control-Allow-Methods", ALLOWED);
    response.setHeader(
        "Access-Control-Allow-Headers", "Accept, Range, If-Range, If-Match, If-None-Match");
    response.setHeader("Access-Control-Max-Age", "86400");
    response.setStatus(204);
  }

  private void read(
      Finding finding,
      Optional<String> language,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (finding.recording().isEmpty()) {
      if (finding.gone()) {
        problem(410, "This recording has been withdrawn.", request, response);
      } else {
        problem(404, "There is no such recording here.", request, response);
      }
      return;
    }
    boolean everyone = finding.audience() == Audience.EVERYONE;
    if (!everyone && !finding.audience().admits(asker(request))) {
      response.setHeader("WWW-Authenticate", "Cookie realm=\"lantai\"");
      problem(401, "Sign in to play this recording.", request, response);
      return;
    }
    // What is not for everyone is kept by the reader's own browser, and asked for each time.
    response.setHeader("Cache-Control", everyone ? "public, max-age=3600" : "private, no-cache");
    Recording recording = finding.recording().get();
    if (language.isPresent()) {
      captions(recording, language.get(), request, response);
    } else {
      file(recording, request, response);
    }
  }

  private void captions(
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

  private static void problem(
      int status, String text, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/plain;charset=UTF-8");
    send((text + "\n").getBytes(StandardCharsets.UTF_8), request, response);
  }

  private Asker asker(HttpServletRequest request) {
    return request.getUserPrincipal() != null || passes.ofCookie(request).isPresent()
        ? Asker.SIGNED_IN
        : Asker.ANYONE;
  }
}
