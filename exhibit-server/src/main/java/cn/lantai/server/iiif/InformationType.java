package cn.lantai.server.iiif;

import cn.lantai.media.imageapi.ApiVersion;
import cn.lantai.server.linkeddata.Negotiation;
import java.util.List;
import java.util.Optional;

/** Under which media type the image information is sent. */
final class InformationType {

  private static final String JSON = "application/json";
  private static final String JSON_LD = "application/ld+json";

  private InformationType() {}

  /**
   * Whoever takes anything gets what the version's specification says.
   *
   * @param accept the header of that name
   */
  static String choose(ApiVersion version, Optional<String> accept) {
    Negotiation.Offer<String> linked =
        new Negotiation.Offer<>(
            JSON_LD,
            version == ApiVersion.V3 ? JSON_LD + ";profile=\"" + version.context() + '"' : JSON_LD);
    Negotiation.Offer<String> plain = new Negotiation.Offer<>(JSON, JSON);
    // A browser shows plain JSON, but offers to save JSON-LD.
    Negotiation.Offer<String> browser = new Negotiation.Offer<>("text/html", JSON);
    return Negotiation.choose(
            accept.orElse(""),
            version == ApiVersion.V3
                ? List.of(linked, plain, browser)
                : List.of(plain, browser, linked))
        .orElse(JSON);
  }
}
