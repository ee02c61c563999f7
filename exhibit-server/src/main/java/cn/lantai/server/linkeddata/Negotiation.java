package cn.lantai.server.linkeddata;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Proactive content negotiation (RFC 9110, section 12.5.1) over an ordered list of offers. The
 * runtime's own picks an arbitrary variant for a wildcard; here the first offer wins among equals.
 */
public final class Negotiation {

  private Negotiation() {}

  /** The header's lines as one value; empty if there is none. */
  public static String header(HttpHeaders headers, String name) {
    List<String> lines = headers.getRequestHeader(name);
    return lines == null ? "" : String.join(",", lines);
  }

  /** Empty if nothing that is offered is acceptable. An empty header accepts everything. */
  public static <T> Optional<T> choose(String accept, List<Offer<T>> offers) {
    List<Range> ranges = ranges(accept);
    if (ranges.isEmpty()) {
      return offers.stream().map(Offer::value).findFirst();
    }
    Offer<T> best = null;
    double bestQuality = 0;
    for (Offer<T> offer : offers) {
      double quality = quality(offer.mediaType(), ranges);
      if (quality > bestQuality) {
        best = offer;
        bestQuality = quality;
      }
    }
    return Optional.ofNullable(best).map(Offer::value);
  }

  private static double quality(String mediaType, List<Range> ranges) {
    int specificity = -1;
    double quality = 0;
    for (Range range : ranges) {
      int match = range.specificity(mediaType);
      if (match > specificity) {
        specificity = match;
        quality = range.quality;
      }
    }
    return quality;
  }

  private static List<Range> ranges(String accept) {
    List<Range> ranges = new ArrayList<>();
    for (String part : accept.split(",", -1)) {
      String[] pieces = part.split(";", -1);
      String type = pieces[0].trim().toLowerCase(Locale.ROOT);
      if (type.isEmpty()) {
        continue;
      }
      double quality = 1;
      for (int i = 1; i < pieces.length; i++) {
        String parameter = pieces[i].trim().toLowerCase(Locale.ROOT);
        if (parameter.startsWith("q=")) {
          quality = weight(parameter.substring(2));
        }
      }
      ranges.add(new Range(type.equals("*") ? "*/*" : type, quality));
    }
    return ranges;
  }

  private static double weight(String text) {
    try {
      return Math.max(0, Math.min(1, Double.parseDouble(text)));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** A media type, without parameters, and what it stands for. */
  public record Offer<T>(String mediaType, T value) {}

  private record Range(String type, double quality) {

    int specificity(String mediaType) {
      if (type.equals(mediaType)) {
        return 2;
      }
      if (type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1))) {
        return 1;
      }
      return type.equals("*/*") ? 0 : -1;
    }
  }
}
