package cn.lantai.server.iiif.presentation;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.PageImage;
import cn.lantai.ontology.Level;
import cn.lantai.search.Listing;
import cn.lantai.search.StageIndex;
import cn.lantai.search.Summary;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.site.StageReader;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Collections (5.1): the tree of holdings, lists of what is curated, and what is linked with a
 * person, a place, an event or a theme.
 *
 * <p>Version 3 knows no pages of a collection. A long one is therefore a collection of collections,
 * each with a stretch of it; all come from the index, however many there are.
 */
final class Collections {

  static final int ON_A_PAGE = 200;

  /** What the top collection leads to, in this order. */
  private static final Map<EntityType, LocalizedText> LISTS =
      Map.of(
          EntityType.RECORD_SET, LocalizedText.of("馆藏（全宗）", "Holdings (fonds)"),
          EntityType.EXHIBITION, LocalizedText.of("展览", "Exhibitions"),
          EntityType.COLLECTION, LocalizedText.of("名人专题", "Name-person collections"),
          EntityType.COMPILATION, LocalizedText.of("编研", "Compilations"),
          EntityType.STUDY, LocalizedText.of("研学", "Study packs"),
          EntityType.PERSON, LocalizedText.of("人物", "People"),
          EntityType.THEME, LocalizedText.of("主题", "Themes"));

  private static final List<EntityType> IN_ORDER =
      List.of(
          EntityType.RECORD_SET,
          EntityType.EXHIBITION,
          EntityType.COLLECTION,
          EntityType.COMPILATION,
          EntityType.STUDY,
          EntityType.PERSON,
          EntityType.THEME);

  private final StageReader stage;
  private final StageIndex index;
  private final Addresses addresses;
  private final Describer describer;
  private final Canvases canvases;

  Collections(StageReader stage, StageIndex index, Addresses addresses) {
    this.stage = stage;
    this.index = index;
    this.addresses = addresses;
    describer = new Describer(stage);
    canvases = new Canvases(addresses);
  }

  JsonObject top() {
    JsonObjectBuilder json =
        Parts.thing(addresses.topCollection(), "Collection")
            .add("label", Parts.text("兰台", "Lantai"))
            .add("service", SearchService.of(addresses.topCollection(), addresses))
            .add(
                "items",
                Parts.array(
                    IN_ORDER.stream()
                        .map(
                            type ->
                                Parts.thing(addresses.list(type), "Collection")
                                    .add("label", Parts.text(LISTS.get(type))))
                        .toList()));
    return Contexts.before(json.build());
  }

  /** All fonds, exhibitions, people and so on; empty if there is no such list. */
  Optional<JsonObject> list(EntityType type, OptionalLong page) {
    if (!LISTS.containsKey(type)) {
      return Optional.empty();
    }
    String id = addresses.list(type);
    JsonObjectBuilder json =
        head(id, page).add("label", Parts.text(labelled(LISTS.get(type), page)));
    partOf(json, id, page, Optional.of(addresses.topCollection()), LISTS.get(type));
    List<Summary> fonds = type == EntityType.RECORD_SET ? index.fonds() : List.of();
    Children children =
        type == EntityType.RECORD_SET
            ? new Children(
                fonds.size(),
                (first, size) -> fonds.stream().skip(first).limit(size).map(this::child).toList())
            : children(Listing.all(type));
    return items(json, id, page, children, List.of());
  }

  /** What lies in a set, or is linked with a thing. */
  Optional<JsonObject> of(EntityIri thing, OptionalLong page) {
    return switch (thing.type()) {
      case RECORD_SET ->
          stage.recordSet(thing).flatMap(set -> set(describer.set(set), set.level(), page));
      case THEME -> linked(thing, Listing.ofTheme(thing), page);
      case ORGANISATION ->
          linked(
              thing,
              Listing.linkedWith(thing, Set.of(EntityType.RECORD_SET, EntityType.RECORD)),
              page);
      case PERSON, FAMILY, PLACE, EVENT ->
          linked(thing, Listing.linkedWith(thing, Set.of(EntityType.RECORD)), page);
      default -> Optional.empty();
    };
  }

  private Optional<JsonObject> set(Description set, Level level, OptionalLong page) {
    String id = addresses.collection(set.thing());
    Listing sets = Listing.in(set.thing(), EntityType.RECORD_SET);
    Listing records = Listing.in(set.thing(), EntityType.RECORD);
    long setCount = index.list(sets, 0, 0).total();
    long recordCount = index.list(records, 0, 0).total();
    JsonObjectBuilder json = head(id, page);
    if (page.isPresent()) {
      json.add("label", Parts.text(labelled(set.label(), page)));
      partOf(json, id, page, Optional.empty(), set.label());
    } else {
      set.write(json, id, addresses);
      json.add("service", SearchService.of(id, addresses));
      if (set.parent().isEmpty()) {
        partOf(
            json,
            id,
            page,
            Optional.of(addresses.list(EntityType.RECORD_SET)),
            LISTS.get(EntityType.RECORD_SET));
      }
    }
    Children children =
        new Children(
            setCount + recordCount,
            (first, size) -> {
              List<JsonObjectBuilder> all = new ArrayList<>();
              if (first < setCount) {
                all.addAll(stretch(sets, first, size));
              }
              if (all.size() < size) {
                all.addAll(stretch(records, Math.max(0, first - setCount), size - all.size()));
              }
              return all;
            });
    List<JsonObjectBuilder> whole =
        level == Level.FILE && recordCount > 0
            ? List.of(
                Parts.thing(addresses.manifest(set.thing()).orElseThrow(), "Manifest")
                    .add("label", Parts.text(set.label())))
            : List.of();
    return items(json, id, page, children, whole);
  }

  private Optional<JsonObject> linked(EntityIri thing, Listing listing, OptionalLong page) {
    String id = addresses.collection(thing);
    return describer
        .named(thing)
        .flatMap(
            named -> {
              JsonObjectBuilder json = head(id, page);
              if (page.isPresent()) {
                json.add("label", Parts.text(labelled(named.name(), page)));
                partOf(json, id, page, Optional.empty(), named.name());
              } else {
                describer.linked(named).write(json, id, addresses);
                json.add("service", SearchService.of(id, addresses));
              }
              return items(json, id, page, children(listing), List.of());
            });
  }

  /** How many there are, and any stretch of them. */
  private record Children(long total, Source source) {

    interface Source {
      List<JsonObjectBuilder> stretch(long first, int size);
    }
  }

  private Children children(Listing listing) {
    return new Children(
        index.list(listing, 0, 0).total(), (first, size) -> stretch(listing, first, size));
  }

  private static JsonObjectBuilder head(String id, OptionalLong page) {
    return Parts.thing(page.isPresent() ? pageAddress(id, page.getAsLong()) : id, "Collection");
  }

  private static String pageAddress(String id, long page) {
    return id + "?page=" + page;
  }

  private static LocalizedText labelled(LocalizedText label, OptionalLong page) {
    return page.isEmpty()
        ? label
        : LocalizedText.of(
            label.zh() + "（第 " + page.getAsLong() + " 页）",
            label.en().orElse(label.zh()) + " (page " + page.getAsLong() + ")");
  }

  private void partOf(
      JsonObjectBuilder json,
      String id,
      OptionalLong page,
      Optional<String> above,
      LocalizedText label) {
    (page.isPresent() ? Optional.of(id) : above)
        .ifPresent(
            parent ->
                json.add(
                    "partOf",
                    Parts.array(
                        Parts.thing(parent, "Collection").add("label", Parts.text(label)))));
  }

  /**
   * @param ahead what stands before the children and is not counted
   */
  private Optional<JsonObject> items(
      JsonObjectBuilder json,
      String id,
      OptionalLong page,
      Children children,
      List<JsonObjectBuilder> ahead) {
    List<JsonObjectBuilder> items = new ArrayList<>();
    long pages = (children.total() + ON_A_PAGE - 1) / ON_A_PAGE;
    if (page.isPresent()) {
      if (page.getAsLong() > pages || pages == 1) {
        return Optional.empty();
      }
      items.addAll(children.source().stretch((page.getAsLong() - 1) * ON_A_PAGE, ON_A_PAGE));
    } else {
      items.addAll(ahead);
      if (pages > 1) {
        for (long number = 1; number <= pages; number++) {
          long first = (number - 1) * ON_A_PAGE + 1;
          String span = first + "–" + Math.min(children.total(), first + ON_A_PAGE - 1);
          items.add(
              Parts.thing(pageAddress(id, number), "Collection").add("label", Parts.plain(span)));
        }
      } else {
        items.addAll(children.source().stretch(0, ON_A_PAGE));
      }
    }
    return Optional.of(Contexts.before(json.add("items", Parts.array(items)).build()));
  }

  private List<JsonObjectBuilder> stretch(Listing listing, long first, int size) {
    List<Summary> summaries = index.list(listing, first, size).summaries();
    Map<EntityIri, PageImage> images =
        index.firstImages(
            summaries.stream()
                .map(Summary::iri)
                .filter(iri -> iri.type() == EntityType.RECORD)
                .toList());
    return summaries.stream()
        .map(
            each -> {
              JsonObjectBuilder json = child(each);
              Optional.ofNullable(images.get(each.iri()))
                  .flatMap(page -> stage.image(page.iri()))
                  .filter(page -> page.content().isPresent())
                  .flatMap(canvases::thumbnail)
                  .ifPresent(picture -> json.add("thumbnail", Parts.array(picture)));
              return json;
            })
        .toList();
  }

  private JsonObjectBuilder child(Summary summary) {
    EntityIri iri = summary.iri();
    boolean manifest = iri.type() == EntityType.RECORD || iri.type().isSelection();
    JsonObjectBuilder json =
        manifest
            ? Parts.thing(addresses.manifest(iri).orElseThrow(), "Manifest")
            : Parts.thing(addresses.collection(iri), "Collection");
    json.add("label", Parts.text(plain(summary.title())));
    Description.navDate(summary.date()).ifPresent(day -> json.add("navDate", day));
    return json;
  }

  /** Titles of selections mark where a line may break. */
  private static LocalizedText plain(LocalizedText title) {
    return LocalizedText.of(
        title.zh().replace("|", ""), title.en().map(en -> en.replace("|", "")).orElse(null));
  }
}
