package cn.lantai.ingest.rdf;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.NTriplesLines;
import cn.lantai.entity.Successor;
import cn.lantai.ontology.Rico;
import cn.lantai.table.Tables;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/** Puts each statement of a file to what it speaks of, in our words. */
final class Gathering {

  /** The group of what is of no class that we hold; entities come before, in order of import. */
  static final int STRANGE = 100;

  /** The group of what has to do with blank nodes. */
  static final int BLANK = 101;

  /** What others say of the whole, and we of the part. */
  private static final Map<Node, Node> TURNED =
      Map.of(
          SKOS.narrower.asNode(), SKOS.broader.asNode(),
          SKOS.hasTopConcept.asNode(), SKOS.topConceptOf.asNode(),
          Rico.directlyIncludes.asNode(), Rico.isDirectlyIncludedIn.asNode());

  private final RdfNames names;
  private final BlankNodes blanks;
  private final StatementSort sort;
  private final int file;

  Gathering(RdfNames names, BlankNodes blanks, StatementSort sort, int file) {
    this.names = names;
    this.blanks = blanks;
    this.sort = sort;
    this.file = file;
  }

  void take(Triple asWritten, long line) {
    boolean ofBlank = asWritten.getSubject().isBlank();
    Optional<Triple> named = blanks.named(asWritten);
    if (named.isEmpty()) {
      String name = ofBlank ? "_:" : asWritten.getSubject().getURI();
      add(BLANK, name, 0, false, line, asWritten.getPredicate().getURI());
      return;
    }
    Triple triple = named.get();
    Node subject = triple.getSubject();
    Optional<RdfNames.Name> about = names.meaning(subject);
    Optional<RdfNames.Name> object = names.meaning(triple.getObject());
    if (about.isEmpty()) {
      if (ofBlank) {
        // It belongs to something that is not taken in, and that is reported.
        return;
      }
      boolean type = triple.predicateMatches(RDF.type.asNode());
      add(STRANGE, subject.getURI(), 0, false, line, type ? triple.getObject().toString() : "");
    } else if (about.get().foreign()) {
      takeForeign(about.get(), triple, object, line);
    } else {
      say(about.get(), triple.getPredicate(), renamed(triple.getObject(), object), line);
    }
  }

  private void takeForeign(
      RdfNames.Name about, Triple triple, Optional<RdfNames.Name> object, long line) {
    Node predicate = triple.getPredicate();
    Optional<RdfNames.Name> whole = object.filter(name -> !name.isPart() && !about.isPart());
    if (TURNED.containsKey(predicate) && whole.filter(RdfNames.Name::foreign).isPresent()) {
      say(whole.get(), TURNED.get(predicate), node(about), line);
      return;
    }
    // That we have merged it is not for others to say: it would answer by the other's name.
    boolean kept = predicate.equals(Successor.PROPERTY.asNode());
    say(about, predicate, kept ? triple.getObject() : renamed(triple.getObject(), object), line);
    if (predicate.equals(RDF.type.asNode()) && !about.isPart()) {
      remember(about, line);
    }
    if (RdfNames.namesScheme(predicate)) {
      whole.filter(Gathering::isForeignScheme).ifPresent(scheme -> takeScheme(scheme, line));
    }
  }

  private static boolean isForeignScheme(RdfNames.Name name) {
    return name.foreign() && name.entity().type() == EntityType.SCHEME;
  }

  /** A scheme is there if concepts are in it, whether or not somebody describes it. */
  private void takeScheme(RdfNames.Name scheme, long line) {
    say(scheme, RDF.type.asNode(), SKOS.ConceptScheme.asNode(), line);
    remember(scheme, line);
  }

  /** Keeps what others call it. */
  private void remember(RdfNames.Name name, long line) {
    if (BlankNodes.isGenerated(name.uri())) {
      return;
    }
    boolean concept = name.entity().type() == EntityType.THEME;
    Node same = (concept ? SKOS.exactMatch : OWL.sameAs).asNode();
    say(name, same, NodeFactory.createURI(name.uri()), line);
  }

  private void say(RdfNames.Name about, Node predicate, Node object, long line) {
    Triple triple = Triple.create(node(about), predicate, object);
    EntityIri entity = about.entity();
    add(
        Tables.ALL.indexOf(Tables.of(entity.type())),
        entity.uri(),
        about.uri().hashCode(),
        about.foreign(),
        line,
        NTriplesLines.line(triple));
  }

  private void add(int group, String subject, int origin, boolean foreign, long line, String text) {
    sort.add(new Statement(group, subject, origin, foreign, file, line, text));
  }

  private static Node renamed(Node node, Optional<RdfNames.Name> name) {
    return name.map(Gathering::node).orElse(node);
  }

  private static Node node(RdfNames.Name name) {
    return NodeFactory.createURI(name.internal());
  }
}
