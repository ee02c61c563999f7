package cn.lantai.server.site;

import cn.lantai.entity.EntityIri;
import cn.lantai.search.StageIndex;
import cn.lantai.search.ThemeNode;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.Standing;
import cn.lantai.server.site.view.ThemeItem;
import cn.lantai.theme.Scheme;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The themes of one concept scheme as trees. A theme stands under each of those above it. */
final class ThemeForest {

  private final Optional<Standing> standing;
  private final Wording words;
  private final Map<EntityIri, ThemeNode> nodes = new LinkedHashMap<>();
  private final Map<EntityIri, List<ThemeNode>> narrower = new HashMap<>();
  private final List<ThemeNode> top;

  ThemeForest(StageIndex index, EntityIri scheme, Wording words) {
    this.words = words;
    standing = standing(scheme);
    for (ThemeNode node : index.themes(scheme)) {
      nodes.put(node.theme().iri(), node);
      node.broader()
          .forEach(above -> narrower.computeIfAbsent(above, key -> new ArrayList<>()).add(node));
    }
    top = top();
  }

  static Optional<Standing> standing(EntityIri scheme) {
    if (scheme.equals(Scheme.OFFICIAL)) {
      return Optional.of(Standing.OFFICIAL);
    }
    return scheme.equals(Scheme.LOCAL) ? Optional.of(Standing.LOCAL) : Optional.empty();
  }

  /** What no theme of the scheme stands above; of themes in a circle the first. */
  private List<ThemeNode> top() {
    Set<EntityIri> reached = new HashSet<>();
    List<ThemeNode> found = new ArrayList<>();
    for (ThemeNode node : nodes.values()) {
      if (node.broader().stream().noneMatch(nodes::containsKey)) {
        found.add(node);
        reach(node.theme().iri(), reached);
      }
    }
    for (ThemeNode node : nodes.values()) {
      if (!reached.contains(node.theme().iri())) {
        found.add(node);
        reach(node.theme().iri(), reached);
      }
    }
    return found;
  }

  private void reach(EntityIri from, Set<EntityIri> reached) {
    List<EntityIri> open = new ArrayList<>(List.of(from));
    while (!open.isEmpty()) {
      EntityIri theme = open.remove(open.size() - 1);
      if (reached.add(theme)) {
        below(theme).forEach(node -> open.add(node.theme().iri()));
      }
    }
  }

  int size() {
    return nodes.size();
  }

  boolean holdsRecords() {
    return nodes.values().stream().anyMatch(node -> node.records() > 0);
  }

  int tops() {
    return top.size();
  }

  /**
   * A stretch of the themes at the top, each with those below it.
   *
   * @param room how many themes are shown below them all; where it ends, an item says how many
   *     there are
   */
  List<ThemeItem> trees(long first, int size, int room) {
    return trees(top.stream().skip(first).limit(size).toList(), room, Set.of());
  }

  /** The same for the themes directly below one. */
  List<ThemeItem> treesBelow(EntityIri theme, int size, int room) {
    return trees(below(theme).stream().limit(size).toList(), room, Set.of(theme));
  }

  List<ThemeNode> below(EntityIri theme) {
    return narrower.getOrDefault(theme, List.of());
  }

  private List<ThemeItem> trees(Collection<ThemeNode> roots, int room, Set<EntityIri> above) {
    int[] left = {room};
    return roots.stream().map(root -> tree(root, above, left)).toList();
  }

  private ThemeItem tree(ThemeNode node, Set<EntityIri> above, int[] left) {
    EntityIri self = node.theme().iri();
    Set<EntityIri> way = new HashSet<>(above);
    way.add(self);
    List<ThemeNode> below =
        below(self).stream().filter(each -> !way.contains(each.theme().iri())).toList();
    List<ThemeItem> shown = new ArrayList<>();
    if (below.size() <= left[0]) {
      left[0] -= below.size();
      below.forEach(each -> shown.add(tree(each, way, left)));
    }
    return item(node, below.size(), shown);
  }

  /** A theme by itself; empty if the scheme does not have it. */
  Optional<ThemeItem> item(EntityIri theme) {
    return Optional.ofNullable(nodes.get(theme))
        .map(node -> item(node, below(theme).size(), List.of()));
  }

  private ThemeItem item(ThemeNode node, int below, List<ThemeItem> shown) {
    return new ThemeItem(
        Link.to(words.text(node.theme().title()), Addresses.pagePath(node.theme().iri())),
        node.records(),
        standing,
        below,
        shown);
  }

  /** One way from the top down to the theme above this one; each step takes the first way up. */
  List<Link> path(EntityIri theme) {
    List<Link> path = new ArrayList<>();
    Set<EntityIri> way = new HashSet<>(Set.of(theme));
    Optional<ThemeNode> here = above(theme);
    while (here.isPresent() && way.add(here.get().theme().iri())) {
      path.add(
          0,
          Link.to(
              words.text(here.get().theme().title()),
              Addresses.pagePath(here.get().theme().iri())));
      here = above(here.get().theme().iri());
    }
    return path;
  }

  private Optional<ThemeNode> above(EntityIri theme) {
    return Optional.ofNullable(nodes.get(theme)).stream()
        .flatMap(node -> node.broader().stream())
        .filter(nodes::containsKey)
        .findFirst()
        .map(nodes::get);
  }
}
