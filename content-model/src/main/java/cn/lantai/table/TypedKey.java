package cn.lantai.table;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keys in cells that may name entities of several types: {@code lida}, or with the type where the
 * first of the types is not meant: {@code 机构:lida}.
 */
final class TypedKey {

  private static final Map<String, EntityType> WORDS =
      Map.ofEntries(
          Map.entry("件", EntityType.RECORD),
          Map.entry("卷", EntityType.RECORD_SET),
          Map.entry("图", EntityType.IMAGE),
          Map.entry("音像", EntityType.RECORDING),
          Map.entry("人物", EntityType.PERSON),
          Map.entry("机构", EntityType.ORGANISATION),
          Map.entry("家族", EntityType.FAMILY),
          Map.entry("地点", EntityType.PLACE),
          Map.entry("事件", EntityType.EVENT),
          Map.entry("主题", EntityType.THEME),
          Map.entry("来源", EntityType.SOURCE),
          Map.entry("外馆", EntityType.LOAN));

  /** A type in front of something, as in {@code 机构:lida}. */
  private static final Pattern TYPED =
      Pattern.compile("(" + String.join("|", WORDS.keySet()) + ")[:：](.+)");

  private TypedKey() {}

  static Optional<EntityIri> read(Row row, String column, String text, Collection<EntityType> of) {
    Matcher typed = TYPED.matcher(text);
    if (typed.matches() && of.contains(WORDS.get(typed.group(1)))) {
      return row.resolve(column, typed.group(2).strip(), WORDS.get(typed.group(1)));
    }
    return row.resolve(column, text, of.toArray(EntityType[]::new));
  }

  static List<EntityIri> readAll(Row row, String column, Collection<EntityType> types) {
    return row.list(column).stream()
        .flatMap(text -> read(row, column, text, types).stream())
        .toList();
  }

  /** The same without a type in front that goes without saying, and with a narrow colon. */
  static String usual(String text, Collection<EntityType> of) {
    Matcher typed = TYPED.matcher(text);
    if (!typed.matches() || !of.contains(WORDS.get(typed.group(1)))) {
      return text;
    }
    String key = typed.group(2).strip();
    return WORDS.get(typed.group(1)) == of.iterator().next() ? key : typed.group(1) + ":" + key;
  }

  /** What a text may name, the usual type first. */
  static List<EntityIri> named(String text, Collection<EntityType> of) {
    Matcher typed = TYPED.matcher(text);
    boolean isTyped = typed.matches() && of.contains(WORDS.get(typed.group(1)));
    String key = isTyped ? typed.group(2).strip() : text;
    Collection<EntityType> types = isTyped ? List.of(WORDS.get(typed.group(1))) : of;
    return EntityIri.isKey(key)
        ? types.stream().map(type -> new EntityIri(type, key)).toList()
        : List.of();
  }

  static String write(EntityIri iri, Collection<EntityType> of) {
    boolean first = of.iterator().next() == iri.type();
    return first ? iri.key() : word(iri.type()) + ":" + iri.key();
  }

  static List<String> writeAll(Stream<EntityIri> iris, Collection<EntityType> types) {
    return iris.map(iri -> write(iri, types)).toList();
  }

  /** The type that stands in front of a key; empty if none does. */
  static Optional<String> typeIn(String text) {
    return WORDS.containsKey(text) ? Optional.of(text) : Optional.empty();
  }

  static String words(Collection<EntityType> types) {
    return types.stream().map(TypedKey::word).collect(Collectors.joining("、"));
  }

  private static String word(EntityType type) {
    return WORDS.entrySet().stream()
        .filter(entry -> entry.getValue() == type)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
