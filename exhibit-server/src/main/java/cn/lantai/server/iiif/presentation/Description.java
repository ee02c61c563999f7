package cn.lantai.server.iiif.presentation;

import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.exchange.FindingAid;
import cn.lantai.media.PageImage;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.linkeddata.RdfSyntax;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What manifests and collections say alike of the thing that they show (3.1).
 *
 * @param metadata label and value, as language maps
 * @param required what must be shown with it
 * @param rights a licence or a rights statement
 * @param provider who keeps it or made it
 * @param places where it plays, as far as their coordinates are known
 * @param parent the set that it lies in
 */
record Description(
    EntityIri thing,
    LocalizedText label,
    Optional<LocalizedText> summary,
    List<Pair> metadata,
    Optional<LocalizedText> required,
    Optional<String> rights,
    Optional<Provider> provider,
    Optional<HistoricalDate> date,
    List<NavPlace> places,
    Optional<Named> parent) {

  /** One line of what is known of it. */
  record Pair(LocalizedText label, List<LocalizedText> values, boolean inNoLanguage) {}

  /** An entity and what it is called. */
  record Named(EntityIri iri, LocalizedText name) {}

  /**
   * @param logo an image that everyone may see
   */
  record Provider(Named agent, Optional<PageImage> logo) {}

  /** Everything but the images and the parts. */
  void write(JsonObjectBuilder json, String id, Addresses addresses) {
    json.add("label", Parts.text(label));
    summary.ifPresent(text -> json.add("summary", Parts.text(Parts.notMarkup(text))));
    if (!metadata.isEmpty()) {
      json.add("metadata", lines());
    }
    required.ifPresent(
        text ->
            json.add(
                "requiredStatement",
                Parts.pair(Parts.text("说明", "Note"), Parts.text(Parts.notMarkup(text)))));
    rights.ifPresent(address -> json.add("rights", address));
    provider.ifPresent(agent -> json.add("provider", Parts.array(provider(agent, addresses))));
    json.add("homepage", Parts.array(homepage(addresses.page(thing), label)));
    json.add("seeAlso", seeAlso(thing, addresses));
    navDate(date).ifPresent(day -> json.add("navDate", day));
    if (!places.isEmpty()) {
      json.add("navPlace", NavPlace.collection(places, id));
    }
    parent.ifPresent(
        set ->
            json.add(
                "partOf",
                Parts.array(
                    Parts.thing(addresses.collection(set.iri()), "Collection")
                        .add("label", Parts.text(set.name())))));
  }

  private JsonArrayBuilder lines() {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (Pair pair : metadata) {
      List<LocalizedText> values = pair.values().stream().map(Parts::notMarkup).toList();
      all.add(
          Parts.pair(
              Parts.text(pair.label()),
              pair.inNoLanguage() ? Parts.plain(values.get(0).zh()) : Parts.texts(values)));
    }
    return all;
  }

  private static JsonObjectBuilder provider(Provider provider, Addresses addresses) {
    Named agent = provider.agent();
    JsonObjectBuilder json =
        Parts.thing(addresses.id(agent.iri()), "Agent")
            .add("label", Parts.text(agent.name()))
            .add("homepage", Parts.array(homepage(addresses.page(agent.iri()), agent.name())))
            .add("seeAlso", seeAlso(agent.iri(), addresses));
    provider
        .logo()
        .flatMap(new Canvases(addresses)::thumbnail)
        .ifPresent(logo -> json.add("logo", Parts.array(logo)));
    return json;
  }

  private static JsonObjectBuilder homepage(String address, LocalizedText label) {
    return Parts.thing(address, "Text")
        .add("label", Parts.text(label))
        .add("format", "text/html")
        .add("language", Json.createArrayBuilder().add("zh-Hans").add("en"));
  }

  private static JsonArrayBuilder seeAlso(EntityIri thing, Addresses addresses) {
    JsonArrayBuilder links = Json.createArrayBuilder();
    for (RdfSyntax syntax : RdfSyntax.values()) {
      links.add(
          Parts.thing(addresses.data(thing, syntax), "Dataset")
              .add("label", Parts.plain("RiC-O, " + syntax.extension()))
              .add("format", syntax.mediaType())
              .add("profile", "https://www.ica.org/standards/RiC/ontology"));
    }
    addresses
        .findingAid(thing)
        .ifPresent(
            address ->
                links.add(
                    Parts.thing(address, "Dataset")
                        .add("label", Parts.plain("EAD3"))
                        .add("format", FindingAid.MEDIA_TYPE)
                        .add("profile", "http://ead3.archivists.org/schema/")));
    return links;
  }

  /** The first moment that the date can mean: the property wants one, in UTC (3.1). */
  static Optional<String> navDate(Optional<HistoricalDate> date) {
    return date.flatMap(HistoricalDate::edtf)
        .flatMap(EdtfDate::earliest)
        .filter(day -> day.getYear() >= 0 && day.getYear() <= 9999)
        .map(LocalDate::atStartOfDay)
        .map(time -> time + ":00Z");
  }
}
