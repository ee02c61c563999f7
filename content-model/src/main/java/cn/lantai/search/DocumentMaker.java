package cn.lantai.search;

import cn.lantai.access.AccessState;
import cn.lantai.archive.ReferenceCode;
import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.LocalizedText;
import cn.lantai.entity.Successor;
import cn.lantai.ontology.Lt;
import cn.lantai.ontology.Rico;
import cn.lantai.ontology.Terms;
import cn.lantai.prose.Prose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.util.BytesRef;

/** Makes the document of an entity from its graph, and from nothing else. */
final class DocumentMaker {

  static final FacetsConfig FACETS = facets();

  private static final int LONGEST_KEYWORD = 200;
  private static final int LEAP_YEAR = 2024;
  private static final String YES = "y";
  private static final Set<EntityType> NO_RESULT =
      Set.of(EntityType.IMAGE, EntityType.RECORDING, EntityType.SCHEME);
  private static final Set<EntityType> NAMED =
      Set.of(
          EntityType.PERSON,
          EntityType.ORGANISATION,
          EntityType.FAMILY,
          EntityType.PLACE,
          EntityType.EVENT,
          EntityType.THEME);

  private static final List<Property> DATES =
      List.of(Rico.hasCreationDate, Rico.hasBirthDate, Rico.isAssociatedWithDate);
  private static final List<Property> CALLED = List.of(RDFS.label, Rico.title, Rico.name);
  private static final List<Property> ABOUT =
      List.of(Rico.scopeAndContent, Rico.history, Rico.generalDescription, SKOS.definition);

  private final String base;

  /**
   * @param base the base under which triples write entity IRIs
   */
  DocumentMaker(String base) {
    this.base = base;
  }

  Document make(EntityIri iri, Collection<Triple> triples) {
    Graph graph = GraphMemFactory.createDefaultGraph();
    triples.forEach(graph::add);
    GraphReader self = new GraphReader(graph, iri, base);
    Document document = new Document();
    document.add(new StringField(IndexFields.ID, IndexFields.id(iri), Field.Store.YES));
    document.add(new StringField(IndexFields.TYPE, iri.type().segment(), Field.Store.NO));
    document.add(new NumericDocValuesField(IndexFields.VERSION, version(triples)));
    if (triples.stream().anyMatch(Successor::isSaidBy)) {
      return document;
    }
    Statements said = new Statements(iri, triples, base);
    for (String term : self.terms(DCTerms.type, Lt.NS)) {
      document.add(new StoredField(IndexFields.TERM, term));
    }
    if (!isOpen(iri, self)) {
      document.add(new NumericDocValuesField(IndexFields.CONTROLLED, 1));
    }
    Optional<LocalizedText> title =
        CALLED.stream().flatMap(property -> self.text(property).stream()).findFirst();
    title.ifPresent(text -> store(IndexFields.TITLE_ZH, IndexFields.TITLE_EN, text, document));
    if (iri.type().isDigital()) {
      addPage(iri, self, said, document);
    } else {
      document.add(new LongField(IndexFields.UNIT, IndexFields.unit(iri), Field.Store.NO));
      addEntity(iri, self, said, title, document);
    }
    try {
      return FACETS.build(document);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void addPage(EntityIri iri, GraphReader self, Statements said, Document document) {
    EntityIri shown = self.link(Rico.isOrWasDigitalInstantiationOf).orElse(iri);
    document.add(new LongField(IndexFields.UNIT, IndexFields.unit(shown), Field.Store.NO));
    document.add(new StoredField(IndexFields.PARENT_ID, IndexFields.id(shown)));
    int page = self.integer(Rico.rankInSequence).orElse(1);
    document.add(new NumericDocValuesField(IndexFields.PAGE, page));
    document.add(new StoredField(IndexFields.PAGE_NUMBER, page));
    self.text(Rico.generalDescription)
        .ifPresent(alt -> store(IndexFields.ABOUT, IndexFields.ABOUT_EN, alt, document));
    self.string(Rico.identifier)
        .ifPresent(digest -> document.add(new StoredField(IndexFields.DIGEST, digest)));
    self.integer(Terms.pixelWidth)
        .ifPresent(width -> document.add(new StoredField(IndexFields.WIDTH, width)));
    self.integer(Terms.pixelHeight)
        .ifPresent(height -> document.add(new StoredField(IndexFields.HEIGHT, height)));
    said.texts().forEach(text -> addText(IndexFields.PAGE_TEXT, text, document));
    said.cues()
        .forEach(
            cue ->
                document.add(
                    new StoredField(
                        IndexFields.CUE, cue.start() + " " + cue.text().replace('\n', ' '))));
    document.add(new StoredField(IndexFields.BODY, FoldedText.join(said.texts())));
  }

  private void addEntity(
      EntityIri iri,
      GraphReader self,
      Statements said,
      Optional<LocalizedText> title,
      Document document) {
    if (!NO_RESULT.contains(iri.type())) {
      document.add(new StringField(IndexFields.RESULT, YES, Field.Store.NO));
      facet(Facet.TYPE, iri.type().segment(), document);
    }
    for (String text : title.map(t -> t.byLanguage().values()).orElse(List.of())) {
      addText(IndexFields.TITLE, text, document);
      addText(IndexFields.TEXT, text, document);
    }
    said.texts().forEach(text -> addText(IndexFields.TEXT, text, document));
    document.add(new StoredField(IndexFields.BODY, FoldedText.join(said.texts())));
    ABOUT.stream()
        .flatMap(property -> self.text(property).stream())
        .findFirst()
        .map(text -> iri.type().isSelection() ? Prose.plain(text) : text)
        .ifPresent(text -> store(IndexFields.ABOUT, IndexFields.ABOUT_EN, text, document));
    Optional<String> code = code(iri, self);
    code.ifPresent(
        value -> {
          document.add(new StringField(IndexFields.CODE, keyword(value), Field.Store.NO));
          document.add(new StoredField(IndexFields.CODE_WRITTEN, value));
        });
    addDates(self, document);
    if (iri.type() == EntityType.RECORD) {
      addAccess(self, document);
    }
    addPlace(self, document);
    addLinks(iri, said, document);
    if (iri.type().isSelection()) {
      self.links(Rico.hasCreator).stream()
          .filter(editor -> editor.type() == EntityType.ORGANISATION)
          .forEach(editor -> add(IndexFields.EDITOR, editor.key(), document));
    }
    self.part(Rico.hasDocumentaryFormType)
        .flatMap(form -> form.string(Rico.name))
        .ifPresent(
            form -> {
              document.add(new StoredField(IndexFields.FORM, form));
              facet(Facet.GENRE, form, document);
            });
    self.parts(Rico.hasOrHadInstantiation).stream()
        .flatMap(original -> original.part(Rico.hasCarrierType).stream())
        .flatMap(carrier -> carrier.string(Rico.name).stream())
        .distinct()
        .forEach(carrier -> facet(Facet.CARRIER, carrier, document));
    if (iri.type() == EntityType.THEME) {
      addScheme(self, said, document);
    }
    self.string(Rico.recordResourceExtent)
        .ifPresent(extent -> document.add(new StoredField(IndexFields.EXTENT, extent)));
    self.parts(Rico.hasOrHadOccupationOfType).stream()
        .flatMap(role -> role.string(Rico.name).stream())
        .forEach(role -> document.add(new StoredField(IndexFields.ROLE, role)));
    String order = code.map(DocumentMaker::sortKey).orElseGet(() -> order(self, title));
    if (NAMED.contains(iri.type())) {
      order = addNames(iri, said, title, order, document);
    }
    document.add(
        new SortedDocValuesField(
            IndexFields.ORDER, new BytesRef(shortened(order) + '\u0001' + iri.key())));
  }

  /** Only records have to be open; who describes a person says nothing of access. */
  private static boolean isOpen(EntityIri iri, GraphReader self) {
    return AccessState.read(self)
        .map(state -> state == AccessState.OPEN)
        .orElse(iri.type() != EntityType.RECORD);
  }

  private static void addAccess(GraphReader self, Document document) {
    add(IndexFields.ACCESS, AccessState.read(self).orElse(AccessState.UNREVIEWED).slug(), document);
    AccessState.delayedUntil(self)
        .ifPresent(
            year -> document.add(new LongField(IndexFields.DELAYED_UNTIL, year, Field.Store.NO)));
  }

  private static Optional<String> code(EntityIri iri, GraphReader self) {
    return iri.type() == EntityType.RECORD || iri.type() == EntityType.RECORD_SET
        ? self.string(Rico.identifier)
        : Optional.empty();
  }

  static String sortKey(String code) {
    try {
      return new ReferenceCode(code).sortKey();
    } catch (IllegalArgumentException irregular) {
      return code;
    }
  }

  /** Selections by rank, themes by notation, all else by what it is called. */
  private static String order(GraphReader self, Optional<LocalizedText> title) {
    String number =
        self.string(Rico.rankInSequence).or(() -> self.string(SKOS.notation)).orElse("");
    String padded = number.matches("\\d{1,9}") ? "0".repeat(9 - number.length()) + number : "~";
    return padded + title.map(LocalizedText::zh).orElse("");
  }

  /**
   * Its names as they are, and in letters.
   *
   * @return the order of persons, which is that of their pinyin
   */
  private static String addNames(
      EntityIri iri,
      Statements said,
      Optional<LocalizedText> title,
      String order,
      Document document) {
    Set<String> names = new TreeSet<>();
    Set<String> letters = new TreeSet<>();
    for (String name : said.names()) {
      names.add(keyword(name));
      letters.addAll(Pinyin.of(name));
    }
    names.remove("");
    names.forEach(name -> add(IndexFields.NAME, name, document));
    letters.forEach(way -> add(IndexFields.PINYIN, way, document));
    boolean person = iri.type() == EntityType.PERSON;
    String spelt =
        said.spelling()
            .or(() -> title.map(LocalizedText::zh))
            .map(name -> Pinyin.filed(name, person || iri.type() == EntityType.FAMILY))
            .orElse("");
    document.add(new StoredField(IndexFields.SPELLING, spelt));
    return person ? (spelt.isEmpty() ? "~" : spelt) + ' ' + order : order;
  }

  private static void addDates(GraphReader self, Document document) {
    Optional<HistoricalDate> date =
        DATES.stream()
            .flatMap(property -> HistoricalDate.read(self, property).stream())
            .findFirst();
    Optional<HistoricalDate> end = HistoricalDate.read(self, Rico.hasDeathDate);
    date.ifPresent(value -> store(value, IndexFields.DATE, IndexFields.DATE_EDTF, document));
    end.ifPresent(value -> store(value, IndexFields.END, IndexFields.END_EDTF, document));
    Optional<EdtfDate> first = date.flatMap(HistoricalDate::edtf);
    Optional<EdtfDate> last = end.flatMap(HistoricalDate::edtf).or(() -> first);
    if (first.or(() -> last).isPresent()) {
      document.add(day(IndexFields.FROM, first.flatMap(EdtfDate::earliest), LocalDate.MIN));
      document.add(day(IndexFields.TO, last.flatMap(EdtfDate::latest), LocalDate.MAX));
    }
    first
        .filter(value -> value.earliest().equals(value.latest()))
        .flatMap(EdtfDate::earliest)
        .map(day -> MonthDay.from(day).atYear(LEAP_YEAR).getDayOfYear())
        .ifPresent(
            day -> document.add(new LongField(IndexFields.DAY_OF_YEAR, day, Field.Store.NO)));
  }

  private static Field day(String field, Optional<LocalDate> day, LocalDate open) {
    return new LongField(field, day.orElse(open).toEpochDay(), Field.Store.NO);
  }

  private void addPlace(GraphReader self, Document document) {
    self.link(Rico.isDirectlyIncludedIn)
        .ifPresent(
            parent -> {
              document.add(
                  new LongField(IndexFields.PARENT, IndexFields.unit(parent), Field.Store.NO));
              document.add(new StoredField(IndexFields.PARENT_ID, IndexFields.id(parent)));
            });
    self.link(Rico.hasOrHadHolder)
        .ifPresent(
            holder -> document.add(new StoredField(IndexFields.HOLDER, IndexFields.id(holder))));
    for (String level : self.terms(Rico.hasRecordSetType, Rico.RECORD_SET_TYPES)) {
      document.add(new StoredField(IndexFields.TERM, level));
    }
  }

  private static void addScheme(GraphReader self, Statements said, Document document) {
    self.link(SKOS.inScheme)
        .ifPresent(
            scheme -> document.add(new StoredField(IndexFields.SCHEME, IndexFields.id(scheme))));
    self.links(SKOS.broader)
        .forEach(
            broader -> document.add(new StoredField(IndexFields.BROADER, IndexFields.id(broader))));
    said.names().forEach(name -> document.add(new StoredField(IndexFields.CALLED, name)));
  }

  private static void addLinks(EntityIri iri, Statements said, Document document) {
    said.links().forEach(link -> add(IndexFields.LINK, IndexFields.id(link), document));
    if (iri.type() == EntityType.RECORD) {
      for (EntityIri link : said.links()) {
        Facet.ofLink(link.type()).ifPresent(facet -> facet(facet, link.key(), document));
      }
    }
  }

  private static void addText(String field, String text, Document document) {
    document.add(new TextField(field, text, Field.Store.NO));
  }

  private static void add(String field, String value, Document document) {
    document.add(new StringField(field, shortened(value), Field.Store.NO));
  }

  private static void facet(Facet facet, String value, Document document) {
    document.add(new SortedSetDocValuesFacetField(facet.slug(), shortened(value)));
  }

  private static void store(String zh, String en, LocalizedText text, Document document) {
    document.add(new StoredField(zh, text.zh()));
    text.en().ifPresent(value -> document.add(new StoredField(en, value)));
  }

  private static void store(HistoricalDate date, String expressed, String edtf, Document document) {
    date.expressed().ifPresent(text -> document.add(new StoredField(expressed, text)));
    date.edtf().ifPresent(value -> document.add(new StoredField(edtf, value.value())));
  }

  /** Folded, without white space: how whole names and codes are compared. */
  static String keyword(String text) {
    return shortened(Folding.fold(text).replace(" ", ""));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_KEYWORD ? text : text.substring(0, LONGEST_KEYWORD);
  }

  /** The same for the same triples in whatever order. */
  private static long version(Collection<Triple> triples) {
    long version = 0;
    for (Triple triple : triples) {
      long hash = triple.getSubject().getURI().hashCode();
      hash = hash * 1_000_003 + triple.getPredicate().getURI().hashCode();
      hash = IndexFields.mix(hash);
      hash =
          triple.getObject().isURI()
              ? hash + triple.getObject().getURI().hashCode()
              : hash * 31
                  + triple.getObject().getLiteralLexicalForm().hashCode()
                  + triple.getObject().getLiteralLanguage().hashCode();
      version += IndexFields.mix(hash);
    }
    return version == 0 ? 1 : version;
  }

  private static FacetsConfig facets() {
    FacetsConfig config = new FacetsConfig();
    for (Facet facet : Facet.values()) {
      config.setMultiValued(facet.slug(), true);
    }
    return config;
  }
}
