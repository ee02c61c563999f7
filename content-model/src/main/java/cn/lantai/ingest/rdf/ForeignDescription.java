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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

  private static final List<String> CHINESE = List.of("zh", "zh-hans", "zh-cn", "");

  private final EntityIri entity;
  private final Node self;
  private final Set<Triple> triples;
  private String name = "";
  private boolean named;
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

  String name() {
    return name;
  }

  /** Whether the name is not made of its IRI only. */
  boolean isNamed() {
    return named;
  }

  /** The scheme into which a concept was put that names none. */
  Optional<EntityIri> assumedScheme() {
    return assumedScheme;
  }

  private void takeName() {
    Property own =
        switch (entity.type()) {
          case RECORD, RECORD_SET -> Rico.title;
          case THEME, SCHEME -> SKOS.prefLabel;
          default -> Rico.name;
        };
    List<Node> names = literals(own);
    for (Property called : CALLED) {
      names = names.isEmpty() ? literals(called) : names;
    }
    named = !names.isEmpty();
    Optional<Node> zh =
        named
            ? names.stream().filter(ForeignDescription::isChinese).min(BY_SCRIPT)
            : Optional.of(NodeFactory.createLiteralString(endOfIri()));
    Optional<Node> en = names.stream().filter(name -> is(name, "en")).min(BY_SCRIPT);
    Optional<Node> other = zh.or(() -> en).isPresent() ? zh : names.stream().min(BY_SCRIPT);
    name = other.or(() -> en).orElseThrow().getLiteralLexicalForm();
    Set<Node> chosen = new LinkedHashSet<>();
    other.ifPresent(text -> chosen.add(tagged(text, "zh")));
    en.ifPresent(text -> chosen.add(tagged(text, "en")));
    for (Property property : List.of(own, RDFS.label)) {
      for (Node label : literals(property)) {
        triples.remove(Triple.create(self, property.asNode(), label));
        if (chosen.stream().noneMatch(text -> isSameText(text, label))) {
          add(SKOS.altLabel, label);
        }
      }
      chosen.forEach(text -> add(property, text));
    }
  }

  private String endOfIri() {
    return Stream.of(SKOS.exactMatch, OWL.sameAs)
        .flatMap(property -> objects(property).stream())
        .filter(node -> node.isURI() && RdfNames.key(node.getURI()).equals(entity.key()))
        .map(node -> node.getURI().replaceAll(".*[/#](?=.)", ""))
        .findFirst()
        .orElse(entity.key());
  }

  private static boolean isSameText(Node one, Node other) {
    return one.getLiteralLexicalForm().equals(other.getLiteralLexicalForm());
  }

  private static final Comparator<Node> BY_SCRIPT =
      Comparator.comparingInt(
              (Node name) -> {
                int place = CHINESE.indexOf(name.getLiteralLanguage().toLowerCase(Locale.ROOT));
                return place < 0 ? CHINESE.size() : place;
              })
          .thenComparing(Node::getLiteralLanguage)
          .thenComparing(Node::getLiteralLexicalForm);

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
