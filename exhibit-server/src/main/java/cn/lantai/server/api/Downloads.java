package cn.lantai.server.api;

import cn.lantai.server.linkeddata.Negotiation;
import cn.lantai.server.recordings.ByteRanges;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Answers that browsers save as a file. */
final class Downloads {

  private Downloads() {}

  /**
   * @param content what JAX-RS can write: a file, a stream
   */
  static Response of(Object content, String name, String type) {
    return saved(Response.ok(content, type), name);
  }

  /**
   * A file that never changes at its address, or the rest of it: a download that broke off goes on
   * by {@code Range} and {@code If-Range} (RFC 9110, sections 14.2 and 13.1.5).
   */
  static Response of(Path file, String type, EntityTag tag, HttpHeaders headers)
      throws IOException {
    String name = file.getFileName().toString();
    long size = Files.size(file);
    Optional<ByteRanges.Range> range = range(size, tag, headers);
    if (range.isEmpty()) {
      return saved(partial(Response.ok(file.toFile(), type), tag), name);
    }
    ByteRanges.Range wanted = range.get();
    StreamingOutput rest = out -> copy(file, wanted, out);
    return saved(
        partial(Response.status(206).entity(rest).type(type), tag)
            .header(
                "Content-Range", "bytes %d-%d/%d".formatted(wanted.first(), wanted.last(), size))
            .header(HttpHeaders.CONTENT_LENGTH, wanted.length()),
        name);
  }

  /** One range, if it lies within the file; who asks for anything else gets all of it. */
  private static Optional<ByteRanges.Range> range(long size, EntityTag tag, HttpHeaders headers) {
    String condition = Negotiation.header(headers, "If-Range").strip();
    String asked = Negotiation.header(headers, "Range").strip();
    return condition.isEmpty() || condition.equals("\"" + tag.getValue() + "\"")
        ? ByteRanges.parse(asked, size)
            .filter(ranges -> ranges.size() == 1)
            .map(ranges -> ranges.get(0))
        : Optional.empty();
  }

  private static Response.ResponseBuilder partial(Response.ResponseBuilder answer, EntityTag tag) {
    return answer.tag(tag).header("Accept-Ranges", "bytes");
  }

  private static void copy(Path file, ByteRanges.Range range, OutputStream out) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      InputStream in = Channels.newInputStream(channel.position(range.first()));
      byte[] buffer = new byte[1 << 16];
      long left = range.length();
      while (left > 0) {
        int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (count < 0) {
          throw new EOFException(file + " became shorter");
        }
        out.write(buffer, 0, count);
        left -= count;
      }
    }
  }

  private static Response saved(Response.ResponseBuilder answer, String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return answer
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
