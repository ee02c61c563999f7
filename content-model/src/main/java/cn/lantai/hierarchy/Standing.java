package cn.lantai.hierarchy;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.Rico;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.vocabulary.SKOS;

/**
 * What stands above what if some descriptions are saved: what these say, and what the newest
 * versions of all others say, which are read as they are needed. Holds no descriptions. Not safe
 * for use by many threads.
 */
public final class Standing {

  private final Function<EntityIri, Optional<EntityGraph>> current;
  private final Inbound inbound;
  private final Set<EntityIri> read = new HashSet<>();
  private final Set<EntityIri> asked = new HashSet<>();
  private final Map<EntityIri, List<Link>> above = new HashMap<>();
  private final Map<EntityIri, List<Link>> said = new HashMap<>();
  private final Map<EntityIri, EntityIri> schemes = new HashMap<>();
  private Predicate<EntityIri> replaced = entity -> false;

  /**
   * @param current the newest version of an entity
   */
  public Standing(Function<EntityIri, Optional<EntityGraph>> current, Inbound inbound) {
    this.current = current;
    this.inbound = inbound;
  }

  /** Takes a description that is to be saved, or a part of one. */
  public void put(EntityGraph description) {
    EntityIri self = description.iri();
    read.add(self);
    for (Link link : Link.in(description)) {
      above.computeIfAbsent(link.lower(), lower -> new ArrayList<>()).add(link);
      said.computeIfAbsent(self, sayer -> new ArrayList<>()).add(link);
    }
    if (self.type() == EntityType.THEME) {
      new GraphReader(description)
          .link(SKOS.inScheme)
          .ifPresent(scheme -> schemes.put(self, scheme));
    }
  }

  /**
   * Sets of which entities the newest version counts no more, for another is to be saved: whatever
   * of that one was not put says nothing of what stands above what.
   */
  public void replace(Predicate<EntityIri> entities) {
    replaced = entities;
  }

  /** What is wrong with what an entity says that was put. */
  public List<Objection> objections(EntityIri entity) {
    return objections(entity, EntityIri::key);
  }

  /**
   * As {@link #objections(EntityIri)}.
   *
   * @param name what an entity on a chain is called
   */
  public List<Objection> objections(EntityIri entity, Function<EntityIri, String> name) {
    List<Objection> objections = new ArrayList<>();
    for (Link link : List.copyOf(said.getOrDefault(entity, List.of()))) {
      // The other end may say something of this one that the stage does not know yet.
      read(link.lower());
      read(link.upper());
      Ascent.from(link, this::above)
          .ifPresent(finding -> objections.add(objection(link, finding, name)));
      if (link.hierarchy() == Hierarchy.THEMES) {
        acrossSchemes(link).ifPresent(objections::add);
      }
    }
    if (entity.type() == EntityType.THEME) {
      objections.addAll(leftBehind(entity));
    }
    return objections;
  }

  private List<Link> above(EntityIri entity) {
    read(entity);
    if (entity.type() == EntityType.PERSON && asked.add(entity)) {
      inbound.pointingAt(entity, Rico.hasChild).forEach(this::read);
    }
    return above.getOrDefault(entity, List.of());
  }

  private void read(EntityIri entity) {
    if (read.add(entity) && !replaced.test(entity)) {
      current.apply(entity).ifPresent(this::put);
    }
  }

  private static Objection objection(
      Link link, Ascent.Finding finding, Function<EntityIri, String> name) {
    String chain = finding.chain().stream().map(name).collect(Collectors.joining(" → "));
    int deepest = link.hierarchy().deepest();
    return finding.cycle()
        ? new Objection(
            link.hierarchy(),
            link.hierarchy().objection(link.lower().key(), chain),
            LocalizedText.of("请改正其中一步", "Correct one of these steps"))
        : new Objection(
            link.hierarchy(),
            LocalizedText.of(
                "层级超过 " + deepest + " 层：" + chain,
                "There are more than " + deepest + " levels: " + chain),
            LocalizedText.of("请减少层级", "Use fewer levels"));
  }

  private Optional<Objection> acrossSchemes(Link link) {
    return scheme(link.lower())
        .flatMap(
            lower ->
                scheme(link.upper())
                    .filter(upper -> !upper.equals(lower))
                    .map(upper -> acrossSchemes(link.lower(), lower, link.upper(), upper)));
  }

  /** Themes that would be below one of another scheme because that one moves to it. */
  private List<Objection> leftBehind(EntityIri theme) {
    Optional<EntityIri> scheme = scheme(theme);
    Optional<EntityIri> before =
        current.apply(theme).flatMap(graph -> new GraphReader(graph).link(SKOS.inScheme));
    if (before.isEmpty() || before.equals(scheme)) {
      return List.of();
    }
    List<Objection> objections = new ArrayList<>();
    for (EntityIri narrower : inbound.pointingAt(theme, SKOS.broader)) {
      boolean stillBelow = above(narrower).stream().anyMatch(link -> link.upper().equals(theme));
      scheme(narrower)
          .filter(its -> stillBelow && !Optional.of(its).equals(scheme))
          .map(its -> acrossSchemes(narrower, its, theme, scheme.orElse(its)))
          .ifPresent(objections::add);
    }
    return objections;
  }

  private Optional<EntityIri> scheme(EntityIri theme) {
    read(theme);
    return Optional.ofNullable(schemes.get(theme));
  }

  private static Objection acrossSchemes(
      EntityIri lower, EntityIri lowerScheme, EntityIri upper, EntityIri upperScheme) {
    String zh = "“%s”（%s）的上位“%s”属于另一体系（%s）";
    String en = "“%s” (%s) has a broader theme “%s” in another scheme (%s)";
    Object[] names = {lower.key(), lowerScheme.key(), upper.key(), upperScheme.key()};
    return new Objection(
        Hierarchy.THEMES,
        LocalizedText.of(zh.formatted(names), en.formatted(names)),
        LocalizedText.of(
            "上下位只在一个体系之内；体系之间请用相关、近似或等同",
            "Broader and narrower stay within one scheme; between schemes say related, close match"
                + " or exact match"));
  }
}
