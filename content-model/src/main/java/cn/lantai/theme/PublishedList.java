package cn.lantai.theme;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;

/**
 * The spirits (精神) as they were published on 29 September 2021: 46 names in a fixed order. Nothing
 * that is said about them may change names or order, and nothing else may pass for one of them.
 */
public final class PublishedList {

  private static final Map<EntityIri, Entry> ENTRIES = read();

  private record Entry(String name, String notation) {}

  private PublishedList() {}

  /** The published names in their order. */
  public static List<String> names() {
    return ENTRIES.values().stream()
        .sorted((a, b) -> Integer.parseInt(a.notation) - Integer.parseInt(b.notation))
        .map(Entry::name)
        .toList();
  }

  public static boolean contains(EntityIri theme) {
    return ENTRIES.containsKey(theme);
  }

  static void require(
      EntityIri theme,
      EntityIri scheme,
      LocalizedText label,
      Optional<String> notation,
      List<EntityIri> broader) {
    Entry entry = ENTRIES.get(theme);
    boolean official = scheme.equals(Scheme.OFFICIAL);
    if (official && entry == null) {
      throw new IllegalArgumentException(label + "：公布的 46 种精神中没有这一种，请归入地方体系");
    }
    if (official && !entry.equals(new Entry(label.zh(), notation.orElse("")))) {
      throw new IllegalArgumentException("公布的名称与次序不能改动，应为：" + entry.notation + " " + entry.name);
    }
    if (official && !broader.isEmpty()) {
      throw new IllegalArgumentException(label + "：公布的名单没有上下位之分");
    }
    if (!official && (entry != null || names().contains(label.zh()))) {
      throw new IllegalArgumentException(label + "：这是公布的名称，不能归入别的体系");
    }
    if (!official && broader.stream().anyMatch(ENTRIES::containsKey)) {
      throw new IllegalArgumentException(label + "：不能列在公布名单之下，请改用相关（related）或近似（closeMatch）");
    }
  }

  private static Map<EntityIri, Entry> read() {
    Graph schemes = Profile.schemes();
    return schemes
        .find(Node.ANY, SKOS.inScheme.asNode(), Node.ANY)
        .filterKeep(triple -> triple.getObject().getURI().equals(Scheme.OFFICIAL.uri()))
        .mapWith(triple -> EntityIri.parse(triple.getSubject().getURI()).orElseThrow())
        .toList()
        .stream()
        .filter(iri -> iri.type() == EntityType.THEME)
        .collect(Collectors.toMap(Function.identity(), iri -> entry(schemes, iri)));
  }

  private static Entry entry(Graph schemes, EntityIri iri) {
    GraphReader self =
        new GraphReader(EntityGraph.cut(schemes, iri, EntityIri.INTERNAL_BASE).orElseThrow());
    return new Entry(
        self.text(SKOS.prefLabel).orElseThrow().zh(), self.string(SKOS.notation).orElseThrow());
  }
}
