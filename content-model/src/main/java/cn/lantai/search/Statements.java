package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import cn.lantai.media.recording.Cue;
import cn.lantai.media.recording.UnreadableCaptionsException;
import cn.lantai.media.recording.WebVtt;
import cn.lantai.ontology.Lt;
import cn.lantai.ontology.Rico;
import cn.lantai.ontology.Terms;
import cn.lantai.prose.Prose;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.DC_11;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * What can be read off the triples of an entity whatever its profile: the words, the names and the
 * links. A property that is added to the profile can be found without anything being changed here.
 */
final class Statements {

  /** Says the same as the label, or is not for readers. */
  private static final Set<Node> NO_TEXT =
      Set.of(
          RDFS.label.asNode(),
          Rico.rankInSequence.asNode(),
          DC_11.language.asNode(),
          DC_11.format.asNode());

  /** What a file says of itself, which nobody looks for. */
  private static final Set<Node> TECHNICAL =
      Set.of(
          Rico.identifier.asNode(),
          Rico.instantiationExtent.asNode(),
          Rico.technicalCharacteristics.asNode());

  /** Where curators write with marks. */
  private static final Set<Node> PROSE = Set.of(Rico.scopeAndContent.asNode(), RDF.value.asNode());

  /** Where a link is the place in the tree, and not a matter of content. */
  private static final Set<Node> NO_LINK =
      Set.of(Rico.isDirectlyIncludedIn.asNode(), Rico.isOrWasDigitalInstantiationOf.asNode());

  private static final Set<Node> NAMES =
      Set.of(
          RDFS.label.asNode(),
          Rico.name.asNode(),
          Rico.textualValue.asNode(),
          SKOS.prefLabel.asNode(),
          SKOS.altLabel.asNode(),
          SKOS.hiddenLabel.asNode());

  private static final Node PINYIN = Lt.term("name-pinyin").asNode();
  private static final String REGION = "xywh=";
  private static final String TIME = "t=";

  private final List<String> texts;
  private final List<Cue> cues = new ArrayList<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<EntityIri> links = new LinkedHashSet<>();
  private final Optional<String> spelling;

  Statements(EntityIri iri, Collection<Triple> triples, String base) {
    List<Triple> sorted = new ArrayList<>(triples);
    String self = iri.uri(base);
    // What is said of the entity itself comes first, so that snippets are taken from there.
    sorted.sort(
        Comparator.comparing((Triple triple) -> triple.getSubject().getURI())
            .thenComparing(triple -> !triple.getPredicate().equals(RDFS.label.asNode()))
            .thenComparing(triple -> !triple.getPredicate().equals(Rico.scopeAndContent.asNode()))
            .thenComparing(triple -> triple.getPredicate().getURI())
            .thenComparing(triple -> triple.getObject().toString()));
    Set<String> labels = new LinkedHashSet<>();
    Set<String> words = new LinkedHashSet<>();
    boolean digital = iri.type().isDigital();
    boolean curated = iri.type().isSelection();
    Set<Node> spelt = new LinkedHashSet<>();
    for (Triple triple : sorted) {
      Node object = triple.getObject();
      if (object.isURI()) {
        if (!NO_LINK.contains(triple.getPredicate())) {
          EntityIri.parse(object.getURI(), base)
              .filter(link -> !link.equals(iri))
              .ifPresent(links::add);
        }
        if (object.equals(PINYIN) && triple.getPredicate().equals(DCTerms.type.asNode())) {
          spelt.add(triple.getSubject());
        }
        continue;
      }
      boolean own = triple.getSubject().getURI().equals(self);
      String text = object.getLiteralLexicalForm();
      if (own && triple.getPredicate().equals(RDFS.label.asNode())) {
        labels.add(text);
      }
      boolean technical = digital && TECHNICAL.contains(triple.getPredicate());
      if (!technical && isText(triple, text)) {
        boolean marked = curated && PROSE.contains(triple.getPredicate());
        words.add(digital ? spoken(text) : marked ? Prose.plain(text) : text);
      }
      if (isName(triple, own)) {
        names.add(text);
      }
    }
    words.removeAll(labels);
    texts = List.copyOf(words);
    spelling =
        sorted.stream()
            .filter(triple -> spelt.contains(triple.getSubject()))
            .filter(triple -> triple.getPredicate().equals(Rico.textualValue.asNode()))
            .map(triple -> triple.getObject().getLiteralLexicalForm())
            .findFirst();
  }

  /** All that is said in words but the label, each text once. */
  List<String> texts() {
    return texts;
  }

  /** What is said in a recording, in all languages in which it is written down. */
  List<Cue> cues() {
    return cues;
  }

  /** What the entity is called, its label first. */
  Set<String> names() {
    return names;
  }

  /** The pinyin that the catalogue gives for its name. */
  Optional<String> spelling() {
    return spelling;
  }

  /** The entities to which the description points. */
  Set<EntityIri> links() {
    return links;
  }

  private static boolean isText(Triple triple, String text) {
    Node object = triple.getObject();
    String type = object.getLiteralDatatypeURI();
    boolean words =
        !object.getLiteralLanguage().isEmpty()
            || type.equals(XSDDatatype.XSDstring.getURI())
            || type.equals(Terms.EDTF);
    return words
        && !NO_TEXT.contains(triple.getPredicate())
        && !text.startsWith(REGION)
        && !text.startsWith(TIME);
  }

  /** Captions by their words alone. */
  private String spoken(String text) {
    if (!text.startsWith("WEBVTT")) {
      return text;
    }
    try {
      List<Cue> read = WebVtt.parse(text);
      cues.addAll(read);
      return read.stream().map(Cue::text).collect(Collectors.joining("\n"));
    } catch (UnreadableCaptionsException foreign) {
      return text;
    }
  }

  /** Names stand at the entity itself, or in parts that hold nothing but a name. */
  private static boolean isName(Triple triple, boolean own) {
    return NAMES.contains(triple.getPredicate())
        && (own || triple.getPredicate().equals(Rico.textualValue.asNode()));
  }
}
