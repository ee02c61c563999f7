package cn.lantai.ingest.source;

import cn.lantai.date.EdtfDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The dates of a component: unitdate with its normal attribute (ISO 8601, as EAD 2002 has it), and
 * the structured dates of EAD3.
 */
final class EadDates {

  private static final Pattern BASIC = Pattern.compile("(-?\\d{4})(\\d{2})(\\d{2})");

  private final List<String> written = new ArrayList<>();
  private final List<String> normal = new ArrayList<>();

  /**
   * @param did what is in the did of a component
   */
  static EadDates of(Stream<XmlElement> did) {
    EadDates dates = new EadDates();
    did.flatMap(XmlElement::all).forEach(dates::take);
    return dates;
  }

  /** As the finding aid writes them, in its order. */
  String written() {
    return String.join("；", written);
  }

  /** In EDTF; empty if there are no machine-readable dates. */
  String edtf() {
    List<String> parts = parts().distinct().toList();
    return parts.size() == 1
        ? parts.get(0)
        : parts.stream()
            .map(part -> part.replace("/", ".."))
            .collect(Collectors.collectingAndThen(Collectors.joining(","), EadDates::set));
  }

  /** What the finding aid has as machine-readable, but is not a date; empty if all is well. */
  Optional<String> unreadable() {
    String edtf = edtf();
    try {
      if (!edtf.isEmpty()) {
        EdtfDate.parse(edtf);
      }
      return Optional.empty();
    } catch (IllegalArgumentException refused) {
      return Optional.of(String.join(", ", normal));
    }
  }

  private static String set(String members) {
    return members.isEmpty() ? "" : "{" + members + "}";
  }

  private void take(XmlElement element) {
    switch (element.name()) {
      case "unitdate" -> {
        add(written, element.text());
        add(normal, element.attribute("normal"));
      }
      case "unitdatestructured" -> element.children().forEach(this::takeStructured);
      default -> {
        // Something else of the did.
      }
    }
  }

  private void takeStructured(XmlElement date) {
    switch (date.name()) {
      case "datesingle" -> {
        add(written, date.text());
        add(normal, standard(date));
      }
      case "daterange" -> {
        add(written, date.children().map(XmlElement::text).collect(Collectors.joining("–")));
        String ends = date.children().map(EadDates::standard).collect(Collectors.joining("/"));
        add(normal, ends.equals("/") ? "" : ends);
      }
      case "dateset" -> date.children().forEach(this::takeStructured);
      default -> {
        // A comment.
      }
    }
  }

  private static String standard(XmlElement date) {
    return Stream.of("standarddate", "notbefore", "notafter")
        .map(date::attribute)
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse("");
  }

  private static void add(List<String> list, String text) {
    if (!text.isBlank() && !list.contains(text.strip())) {
      list.add(text.strip());
    }
  }

  private Stream<String> parts() {
    return normal.stream().flatMap(text -> Stream.of(text.split(","))).map(EadDates::extended);
  }

  /** 19100301/19111231 becomes 1910-03-01/1911-12-31; an interval of one date that date. */
  private static String extended(String text) {
    String[] ends = text.strip().split("\\s*/\\s*", -1);
    for (int i = 0; i < ends.length; i++) {
      Matcher basic = BASIC.matcher(ends[i].strip());
      ends[i] =
          basic.matches()
              ? basic.group(1) + "-" + basic.group(2) + "-" + basic.group(3)
              : ends[i].strip();
    }
    return ends.length == 2 && ends[0].equals(ends[1]) ? ends[0] : String.join("/", ends);
  }
}
