package cn.lantai.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;

/** Writes what is said of an entity, part by part, into one {@link EntityGraph}. */
public final class GraphWriter {

  private final EntityIri entity;
  private final Node subject;
  private final List<Triple> triples;

  public GraphWriter(EntityIri entity, Resource type) {
    this(entity, NodeFactory.createURI(entity.uri()), new ArrayList<>());
    link(RDF.type, type);
  }

  private GraphWriter(EntityIri entity, Node subject, List<Triple> triples) {
    this.entity = entity;
    this.subject = subject;
    this.triples = triples;
  }

  /** One literal for each language of the text. */
  public GraphWriter text(Property property, LocalizedText text) {
    text.byLanguage()
        .forEach(
            (language, value) -> add(property, NodeFactory.createLiteralLang(value, language)));
    return this;
  }

  public GraphWriter text(Property property, Optional<LocalizedText> text) {
    text.ifPresent(value -> text(property, value));
    return this;
  }

  /** A plain string; nothing if it is blank. */
  public GraphWriter string(Property property, String value) {
    if (!value.isBlank()) {
      add(property, NodeFactory.createLiteralString(value.strip()));
    }
    return this;
  }

  /** As {@link #string}, with the blanks around it: of a text that is written line by line. */
  public GraphWriter verbatim(Property property, String value) {
    if (!value.isBlank()) {
      add(property, NodeFactory.createLiteralString(value));
    }
    return this;
  }

  public GraphWriter string(Property property, Optional<String> value) {
    value.ifPresent(text -> string(property, text));
    return this;
  }

  /** Texts with the language tags that they carry. */
  public GraphWriter tagged(Property property, Collection<TaggedText> texts) {
    texts.forEach(
        text -> add(property, NodeFactory.createLiteralLang(text.text(), text.language())));
    return this;
  }

  public GraphWriter literal(Property property, String value, RDFDatatype type) {
    return add(property, NodeFactory.createLiteralDT(value, type));
  }

  public GraphWriter integer(Property property, long value) {
    return literal(property, Long.toString(value), XSDDatatype.XSDinteger);
  }

  public GraphWriter link(Property property, Resource target) {
    return add(property, target.asNode());
  }

  public GraphWriter link(Property property, EntityIri target) {
    return add(property, NodeFactory.createURI(target.uri()));
  }

  public GraphWriter link(Property property, Optional<EntityIri> target) {
    target.ifPresent(iri -> link(property, iri));
    return this;
  }

  public GraphWriter links(Property property, Collection<EntityIri> targets) {
    targets.forEach(target -> link(property, target));
    return this;
  }

  /** Links to another part that was or will be written. */
  public GraphWriter link(Property property, GraphWriter part) {
    return add(property, part.subject);
  }

  /**
   * A part of the entity with a fragment IRI of its own.
   *
   * @param link how this subject points to the part
   */
  public GraphWriter part(Property link, String fragment, Resource type) {
    GraphWriter part =
        new GraphWriter(entity, NodeFactory.createURI(entity.fragment(fragment)), triples);
    link(link, part);
    return part.link(RDF.type, type);
  }

  /** The fragment of this part; empty for the entity itself. */
  public String fragment() {
    String uri = subject.getURI();
    int hash = uri.indexOf('#');
    return hash < 0 ? "" : uri.substring(hash + 1);
  }

  public EntityGraph toEntityGraph() {
    return new EntityGraph(entity, triples);
  }

  private GraphWriter add(Property property, Node object) {
    triples.add(Triple.create(subject, property.asNode(), object));
    return this;
  }
}
