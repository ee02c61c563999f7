package cn.lantai.ontology;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.SKOS;

/**
 * The project's own terms: instances (types, states, roles), described in {@code lantai.ttl}. They
 * are addressed by name because most belong to an enumeration of the domain that knows its slug.
 */
public final class Lt {

  public static final String NS = "https://w3id.org/lantai/ns#";

  private static final Graph VOCABULARY = Profile.vocabulary();

  private Lt() {}

  /**
   * What the profile calls a term.
   *
   * @param language zh or en
   * @throws IllegalArgumentException if the profile has no such term
   */
  public static String label(String slug, String language) {
    return VOCABULARY
        .find(term(slug).asNode(), SKOS.prefLabel.asNode(), Node.ANY)
        .mapWith(triple -> triple.getObject())
        .filterKeep(label -> label.getLiteralLanguage().equals(language))
        .nextOptional()
        .orElseThrow(() -> new IllegalArgumentException("No such term: " + slug))
        .getLiteralLexicalForm();
  }

  public static Resource term(String slug) {
    return ResourceFactory.createResource(NS + slug);
  }
}
