package cn.lantai.server.iiif;

import cn.lantai.media.imageapi.ApiVersion;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** Under which media type the image information is sent. */
final class InformationType {

  private static final MediaType JSON_LD = new MediaType("application", "ld+json");

  private InformationType() {}

  /**
   * @param accepted what the client accepts, the preferred first
   */
  static MediaType choose(ApiVersion version, List<MediaType> accepted) {
    for (MediaType type : accepted) {
      if (type.isWildcardType()) {
        return byDefault(version);
      }
      if (isSame(type, JSON_LD)) {
        return jsonLd(version);
      }
      // A browser shows plain JSON, but offers to save JSON-LD.
      if (isSame(type, MediaType.APPLICATION_JSON_TYPE) || isSame(type, MediaType.TEXT_HTML_TYPE)) {
        return MediaType.APPLICATION_JSON_TYPE;
      }
    }
    return MediaType.APPLICATION_JSON_TYPE;
  }

  private static MediaType byDefault(ApiVersion version) {
    return version == ApiVersion.V3 ? jsonLd(version) : MediaType.APPLICATION_JSON_TYPE;
  }

  private static MediaType jsonLd(ApiVersion version) {
    return version == ApiVersion.V3
        ? new MediaType("application", "ld+json", Map.of("profile", version.context()))
        : JSON_LD;
  }

  private static boolean isSame(MediaType type, MediaType other) {
    return type.getType().equalsIgnoreCase(other.getType())
        && type.getSubtype().equalsIgnoreCase(other.getSubtype());
  }
}
