package cn.lantai.ontology;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of description (著录项目): one line of the profile.
 *
 * @param zh its name, which is also the heading of its column
 * @param standard whether it is in DA/T 18-2022; if not, it is the project's own
 * @param obligations at which levels it may be given, and how far it must
 * @param essential whether nothing can be kept without it; other gaps are only reported
 * @param builtIn whether the classes of the domain have a field for it; all others are carried as
 *     the path says
 * @param path empty if it is not in the graph
 * @param choices what {@link ValueType#TERM} is confined to; suggestions for other types
 * @param aliases headings of other catalogues that mean it
 */
public record Element(
    String id,
    ElementGroup group,
    String zh,
    String en,
    boolean standard,
    Map<Level, Obligation> obligations,
    boolean essential,
    boolean builtIn,
    ValueType type,
    boolean repeatable,
    Optional<ElementPath> path,
    List<Choice> choices,
    List<String> aliases,
    String helpZh,
    String helpEn) {

  public Element {
    obligations = Collections.unmodifiableMap(new EnumMap<>(obligations));
    choices = List.copyOf(choices);
    aliases = List.copyOf(aliases);
    if (type == ValueType.TERM && choices.isEmpty()) {
      throw new IllegalArgumentException("A term needs choices: " + id);
    }
    if (!builtIn && (path.isEmpty() || !type.isCarried())) {
      throw new IllegalArgumentException("Nothing says how this is kept: " + id);
    }
  }

  /**
   * @param language zh or en
   */
  public String label(String language) {
    return language.equals("en") ? en : zh;
  }

  /**
   * @param language zh or en
   */
  public String help(String language) {
    return language.equals("en") ? helpEn : helpZh;
  }

  /** Empty if the element is not used at this level. */
  public Optional<Obligation> obligation(Level level) {
    return Optional.ofNullable(obligations.get(level));
  }

  /** The choice that a text means. */
  public Optional<Choice> choice(String text) {
    return choices.stream().filter(choice -> choice.isCalled(text)).findFirst();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Element that && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return id;
  }
}
