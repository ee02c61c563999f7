package cn.lantai.server.iiif.presentation;

import cn.lantai.server.linkeddata.Negotiation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which version of the API a client asks for, and in which media type it gets it. */
final class PresentationType {

  private static final Pattern PROFILED =
      Pattern.compile(
          "application/ld\\+json\\s*;[^,]*profile\\s*=\\s*\"[^\"]*/presentation/([23])/context.json"
              + "[^\"]*\"[^,]*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern QUALITY = Pattern.compile("q\\s*=\\s*([0-9.]{1,6})");
  private static final String JSON = "application/json";
  private static final String JSON_LD = "application/ld+json";

  private PresentationType() {}

  /** Whether version 2 is named in {@code Accept}, and preferred to version 3. */
  static boolean asksForVersion2(String accept) {
    double second = 0;
    double third = 0;
    Matcher ranges = PROFILED.matcher(accept);
    while (ranges.find()) {
      Matcher quality = QUALITY.matcher(ranges.group());
      double wanted = quality.find() ? number(quality.group(1)) : 1;
      if (ranges.group(1).equals("2")) {
        second = Math.max(second, wanted);
      } else {
        third = Math.max(third, wanted);
      }
    }
    return second > third;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException nonsense) {
      return 0;
    }
  }

  /** A browser gets plain JSON, which it shows. */
  static String contentType(String accept, String context) {
    String linked = JSON_LD + ";profile=\"" + context + '"';
    return Negotiation.choose(
            accept,
            List.of(
                new Negotiation.Offer<>(JSON_LD, linked),
                new Negotiation.Offer<>(JSON, JSON),
                new Negotiation.Offer<>("text/html", JSON)))
        .orElse(linked);
  }
}
