package cn.lantai.server.audit;

import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked for in an address: {@code person}, {@code action} (an action or a group), {@code
 * outcome}, {@code from} and {@code to} (dates of this server's zone, both within), {@code object}
 * and {@code before} (a number). What is empty restricts nothing.
 */
final class AuditQuery {

  private static final List<String> NAMES =
      List.of("person", "action", "outcome", "from", "to", "object");

  private static final int LONGEST = 200;

  private final Map<String, String> asked = new LinkedHashMap<>();
  private final AuditFilter filter;
  private final long before;

  /** A {@code ProblemException} with status 400 if something cannot be understood. */
  AuditQuery(MultivaluedMap<String, String> parameters) {
    for (String name : NAMES) {
      value(parameters, name).ifPresent(value -> asked.put(name, value));
    }
    before = value(parameters, "before").map(AuditQuery::number).orElse(Long.MAX_VALUE);
    filter =
        new AuditFilter(
            get("person"),
            get("action").map(AuditQuery::actions).orElse(List.of()),
            get("outcome").map(name -> constant(AuditOutcome.values(), name)),
            get("from").map(AuditQuery::date).map(AuditQuery::beginning),
            get("to").map(AuditQuery::date).map(day -> beginning(day.plusDays(1))),
            get("object"));
  }

  AuditFilter filter() {
    return filter;
  }

  /** Rows before this number. */
  long before() {
    return before;
  }

  /** As it was asked; empty if it was not. */
  Optional<String> get(String name) {
    return Optional.ofNullable(asked.get(name));
  }

  /** The part of an address behind the question mark, for the rows before a number. */
  String address(long number) {
    String rest = address();
    return (rest.isEmpty() ? "" : rest + "&") + "before=" + number;
  }

  String address() {
    return String.join(
        "&",
        asked.entrySet().stream()
            .map(
                each ->
                    each.getKey()
                        + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .toList());
  }

  /** In the words of the address, for the log. */
  String told() {
    return String.join(
        " ", asked.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toList());
  }

  private static Optional<String> value(MultivaluedMap<String, String> all, String name) {
    return Optional.ofNullable(all.getFirst(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(text -> PlainText.of(text, LONGEST));
  }

  private static List<AuditAction> actions(String name) {
    return Arrays.stream(AuditGroup.values())
        .filter(group -> group.name().equals(name))
        .findFirst()
        .map(AuditAction::of)
        .orElseGet(() -> List.of(constant(AuditAction.values(), name)));
  }

  private static <E extends Enum<E>> E constant(E[] all, String name) {
    return Arrays.stream(all)
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> refused(name));
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notNumber) {
      throw refused(text);
    }
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException unreadable) {
      throw refused(text);
    }
  }

  private static Instant beginning(LocalDate day) {
    return day.atStartOfDay(ZoneId.systemDefault()).toInstant();
  }

  private static RuntimeException refused(String value) {
    return new Problem(
            400,
            "audit-query",
            new Message("筛选条件看不懂", "This filter cannot be understood"),
            new Message(
                "“" + value + "”不是可用的值。日期写成 2026-11-22。",
                "\"" + value + "\" is no possible value. Dates are written 2026-11-22."))
        .exception();
  }
}
