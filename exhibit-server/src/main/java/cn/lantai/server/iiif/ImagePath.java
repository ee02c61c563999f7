package cn.lantai.server.iiif;

import cn.lantai.entity.EntityIri;
import cn.lantai.media.imageapi.ApiVersion;
import cn.lantai.media.imageapi.ImageRequest;
import cn.lantai.media.imageapi.ImageRequestException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What is asked for by an address {@code /iiif/{version}/{key}/…}.
 *
 * @param parameters region, size, rotation, and quality with format, decoded; empty unless a
 *     picture is asked for
 */
record ImagePath(ApiVersion version, String key, Asked asked, List<String> parameters) {

  /** So many slashes are in the address of a picture, which may have empty parameters. */
  private static final int SEGMENTS = 8;

  enum Asked {
    IMAGE,
    INFORMATION,
    PICTURE
  }

  /**
   * Empty if it is no address of an image.
   *
   * @param path as it was sent: a slash is one only if it is not encoded
   */
  static Optional<ImagePath> of(String path) {
    // "", iiif, version, key, …
    String[] segments = path.split("/", SEGMENTS + 1);
    if (segments.length < 4 || segments.length > SEGMENTS) {
      return Optional.empty();
    }
    Optional<ApiVersion> version = ApiVersion.of(segments[2]);
    Optional<Asked> asked = asked(segments);
    if (version.isEmpty() || asked.isEmpty()) {
      return Optional.empty();
    }
    try {
      String key = decode(segments[3]);
      if (!EntityIri.isKey(key)) {
        return Optional.empty();
      }
      List<String> parameters =
          asked.get() == Asked.PICTURE
              ? List.of(
                  decode(segments[4]),
                  decode(segments[5]),
                  decode(segments[6]),
                  decode(segments[7]))
              : List.of();
      return Optional.of(new ImagePath(version.get(), key, asked.get(), parameters));
    } catch (CharacterCodingException | NumberFormatException | IndexOutOfBoundsException broken) {
      return Optional.empty();
    }
  }

  /** The picture that is asked for. */
  ImageRequest request() throws ImageRequestException {
    return ImageRequest.parse(
        version, parameters.get(0), parameters.get(1), parameters.get(2), parameters.get(3));
  }

  private static Optional<Asked> asked(String[] segments) {
    return switch (segments.length) {
      case 4 -> Optional.of(Asked.IMAGE);
      case 5 ->
          switch (segments[4]) {
            case "" -> Optional.of(Asked.IMAGE);
            case "info.json" -> Optional.of(Asked.INFORMATION);
            default -> Optional.empty();
          };
      case SEGMENTS -> Optional.of(Asked.PICTURE);
      default -> Optional.empty();
    };
  }

  /** Percent-decoding; unlike in forms, a plus is a plus. */
  private static String decode(String segment) throws CharacterCodingException {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
    ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
    for (int i = 0; i < segment.length(); i++) {
      if (segment.charAt(i) == '%') {
        decoded.put((byte) Integer.parseUnsignedInt(segment, i + 1, i + 3, 16));
        i += 2;
      } else {
        decoded.put(segment.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
      }
    }
    return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
  }
}
