package cn.lantai.ingest.rdf;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.ontology.Rico;
import cn.lantai.theme.Scheme;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.DC_11;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Makes of what others say about a thing what we say about one. All of it is kept; but a thing has
 * one name in Chinese and one in English here, and further ones are other labels.
 */
final class ForeignDescription {

  /** Where others write what a thing is called, the most exact first. */
  private static final List<Property> CALLED =
      List.of(
          SKOS.prefLabel, Rico.name, Rico.title, RDFS.label, DCTerms.title, DC_11.title, FOAF.name);

  /** Where we write it, if not as {@code rico:name}. */
  private static final Map<EntityType, Property> NAME_OF =
      Map.of(
          EntityType.RECORD, Rico.title,
          EntityType.RECORD_SET, Rico.title,
          EntityType.THEME, SKOS.prefLabel,
          EntityType.SCHEME, SKOS.prefLabel);

  /** Language tags, in lower case, of what is wanted most. */
  private static final List<String> CHINESE = List.of("zh", "zh-hans", "zh-cn", "");

  private static final Comparator<Node> BY_SCRIPT =
      Comparator.comparingInt(ForeignDescription::rank)
          .thenComparing(Node::getLiteralLanguage)
          .thenComparing(Node::getLiteralLexicalForm);

  private static int rank(Node name) {
    int place = CHINESE.indexOf(name.getLiteralLanguage().toLowerCase(Locale.ROOT));
    return place < 0 ? CHINESE.size() : place;
  }

  private final EntityIri entity;
  private final Node self;
  private final Set<Triple> triples;
  private Optional<String> assumedName = Optional.empty();
  private Optional<EntityIri> assumedScheme = Optional.empty();

  /**
   * @param onlyScheme the scheme of a concept that names none
   */
  ForeignDescription(EntityIri entity, Collection<Triple> triples, Optional<EntityIri> onlyScheme) {
    this.entity = entity;
    this.self = NodeFactory.createURI(entity.uri());
    this.triples = new LinkedHashSet<>(triples);
    takeName();
    if (entity.type() == EntityType.THEME) {
      placeInScheme(onlyScheme);
    }
    if (entity.type() == EntityType.RECORD || entity.type() == EntityType.RECORD_SET) {
      identify();
    }
  }

  Collection<Triple> triples() {
    return triples;
  }

  /** The name of a scheme that nobody says, made of its IRI. */
  Optional<String> assumedName() {
    return assumedName;
  }

  /** The scheme into which a concept was put that names none. */
  Optional<EntityIri> assumedScheme() {
    return assumedScheme;
  }

  private void takeName() {
    List<Node> names = literals(NAME_OF.getOrDefault(entity.type(), Rico.name));
    for (Property called : CALLED) {
      names = names.isEmpty() ? literals(called) : names;
    }
    if (names.isEmpty() && entity.type() == EntityType.SCHEME) {
      assumedName = Optional.of(endOfIri());
      names = List.of(NodeFactory.createLiteralString(assumedName.get()));
    }
    Optional<Node> zh = names.stream().filter(ForeignDescription::isChinese).min(BY_SCRIPT);
    Optional<Node> en = names.stream().filter(name -> is(name, "en")).min(BY_SCRIPT);
    if (zh.isEmpty() && en.isEmpty()) {
      zh = names.stream().min(BY_SCRIPT);
    }
    Set<Node> chosen = new LinkedHashSet<>();
    zh.ifPresent(name -> chosen.add(tagged(name, "zh")));
    en.ifPresent(name -> chosen.add(tagged(name, "en")));
    callIt(chosen);
  }

  private void callIt(Set<Node> names) {
    for (Property property : List.of(NAME_OF.getOrDefault(entity.type(), Rico.name), RDFS.label)) {
      for (Node label : literals(property)) {
        triples.remove(Triple.create(self, property.asNode(), label));
        if (names.stream().noneMatch(name -> isSameText(name, label))) {
          add(SKOS.altLabel, label);
        }
      }
      names.forEach(name -> add(property, name));
    }
  }

  private String endOfIri() {
    return objects(OWL.sameAs).stream()
        .filter(node -> node.isURI() && RdfNames.key(node.getURI()).equals(entity.key()))
        .map(node -> node.getURI().replaceAll(".*[/#](?=.)", ""))
        .findFirst()
        .orElse(entity.key());
  }

  private static boolean isSameText(Node one, Node other) {
    return one.getLiteralLexicalForm().equals(other.getLiteralLexicalForm());
  }

  private static boolean isChinese(Node name) {
    return name.getLiteralLanguage().isEmpty() || is(name, "zh");
  }

  private static boolean is(Node name, String language) {
    String tag = name.getLiteralLanguage().toLowerCase(Locale.ROOT);
    return tag.equals(language) || tag.startsWith(language + "-");
  }

  private static Node tagged(Node name, String language) {
    return NodeFactory.createLiteralLang(name.getLiteralLexicalForm(), language);
  }

  private void placeInScheme(Optional<EntityIri> onlyScheme) {
    Set<Node> schemes = new HashSet<>();
    for (Property property : List.of(SKOS.inScheme, SKOS.topConceptOf)) {
      objects(property).stream().filter(ForeignDescription::isScheme).forEach(schemes::add);
    }
    if (schemes.isEmpty()) {
      assumedScheme = Optional.of(onlyScheme.orElse(Scheme.LOCAL));
      schemes.add(NodeFactory.createURI(assumedScheme.get().uri()));
    }
    schemes.forEach(scheme -> add(SKOS.inScheme, scheme));
    if (objects(SKOS.broader).isEmpty()) {
      schemes.forEach(scheme -> add(SKOS.topConceptOf, scheme));
    }
  }

  private static boolean isScheme(Node node) {
    return node.isURI()
        && EntityIri.parse(node.getURI())
            .filter(entity -> entity.type() == EntityType.SCHEME)
            .isPresent();
  }

  private void identify() {
    List<Node> codes = literals(Rico.identifier);
    for (Property property : List.of(DCTerms.identifier, DC_11.identifier, SKOS.notation)) {
      codes = codes.isEmpty() ? literals(property) : codes;
    }
    codes.stream()
        .map(Node::getLiteralLexicalForm)
        .min(String::compareTo)
        .ifPresent(code -> add(Rico.identifier, NodeFactory.createLiteralString(code)));
  }

  private List<Node> literals(Property property) {
    return objects(property).stream().filter(Node::isLiteral).toList();
  }

  private List<Node> objects(Property property) {
    return triples.stream()
        .filter(triple -> triple.getSubject().equals(self))
        .filter(triple -> triple.predicateMatches(property.asNode()))
        .map(Triple::getObject)
        .toList();
  }

  private void add(Property property, Node object) {
    triples.add(Triple.create(self, property.asNode(), object));
  }
}
