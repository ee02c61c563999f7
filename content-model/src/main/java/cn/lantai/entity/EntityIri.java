package cn.lantai.entity;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The name of an entity: never reused, and independent of its title, its shelf mark and the address
 * of the server.
 *
 * <p>Journal and domain write it as {@code lantai:/id/{type}/{key}}. A stage writes it under the
 * public base, {@code https://host/id/{type}/{key}}, so a server that moves to another address
 * rebuilds its stages and keeps its journal.
 *
 * @param key lower-case letters, digits, dot, hyphen and underscore; at most 128 of them
 */
public record EntityIri(EntityType type, String key) implements Comparable<EntityIri> {

  /** What stands in the journal in the place of the public base. */
  public static final String INTERNAL_BASE = "lantai:/";

  private static final int LONGEST_KEY = 128;

  public EntityIri {
    Objects.requireNonNull(type, "type");
    if (!isKey(key)) {
      throw new IllegalArgumentException(
          "Not a key (lower-case letters, digits, '.', '-', '_'): " + key);
    }
  }

  public static boolean isKey(String text) {
    return text != null
        && !text.isEmpty()
        && text.length() <= LONGEST_KEY
        && isLetterOrDigit(text.charAt(0))
        && text.chars().allMatch(c -> isLetterOrDigit(c) || c == '.' || c == '-' || c == '_');
  }

  private static boolean isLetterOrDigit(int c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }

  /** The IRI as journal and domain write it. */
  public String uri() {
    return INTERNAL_BASE + path();
  }

  /** The IRI under a public base that ends in a slash. */
  public String uri(String base) {
    return base + path();
  }

  /** The IRI of a part of the entity, such as one of its names. */
  public String fragment(String name) {
    return uri() + "#" + name;
  }

  private String path() {
    return "id/" + type.segment() + "/" + key;
  }

  /** Reads an internal IRI; a fragment is cut off. Empty if it names no entity. */
  public static Optional<EntityIri> parse(String uri) {
    return parse(uri, INTERNAL_BASE);
  }

  /** Reads an IRI under {@code base}; a fragment is cut off. Empty if it names no entity. */
  public static Optional<EntityIri> parse(String uri, String base) {
    String prefix = base + "id/";
    if (!uri.startsWith(prefix)) {
      return Optional.empty();
    }
    int hash = uri.indexOf('#');
    String path = uri.substring(prefix.length(), hash < 0 ? uri.length() : hash);
    int slash = path.indexOf('/');
    if (slash < 0 || !isKey(path.substring(slash + 1))) {
      return Optional.empty();
    }
    return EntityType.ofSegment(path.substring(0, slash))
        .map(type -> new EntityIri(type, path.substring(slash + 1)));
  }

  @Override
  public int compareTo(EntityIri other) {
    return uri().compareTo(other.uri());
  }

  @Override
  public String toString() {
    return type.name().toLowerCase(Locale.ROOT) + " " + key;
  }
}
